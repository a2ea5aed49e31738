// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how users name variables of the environment
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { providers } from '../../src/providers/index.ts';
import { askedModel, toModel, toWorld } from './asked-model.ts';

let server: Server;
let address: string;
let asked: { method: string; body: string; headers: Record<string, unknown> };
let answer: { type: string; body: string | Buffer; headers?: Record<string, string> };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      asked = { method: request.method!, body, headers: request.headers };
      response.writeHead(200, { 'content-type': answer.type, ...answer.headers }).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`;
});
afterAll(() => {
  server.close();
});

const json = (value: Json) => ({ type: 'application/json', body: JSON.stringify(value) });

test.each<{ name: string; body: Json; sent: Json }>([
  {
    name: 'references keep their type',
    body: {
      q: '$prompt',
      days: '$vars.days',
      all: '$vars',
      list: ['$case.id', '$case.meta.source'],
      price: '$$5',
      n: 1,
    },
    sent: { q: 'Can I send it back?', days: 12, all: { days: 12 }, list: ['a/1', 'mail'], price: '$5', n: 1 },
  },
  {
    name: 'messages and settings',
    body: { chat: '$messages', settings: '$settings' },
    sent: {
      chat: [
        { role: 'system', content: 'You decide refunds.' },
        { role: 'user', content: 'Can I send it back?' },
      ],
      settings: { temperature: 0.5 },
    },
  },
  {
    name: 'text is no template',
    body: { q: 'about {{ prompt }} and ${env:OPENAI_API_KEY}' },
    sent: { q: 'about {{ prompt }} and ${env:OPENAI_API_KEY}' },
  },
])('the body: $name', async ({ body, sent }) => {
  answer = json({ text: 'yes' });
  await askedModel(`http:${address}`, { options: { body }, settings: { temperature: 0.5 } });
  expect(JSON.parse(asked.body)).toEqual(sent);
});

test('a case whose text looks like a reference or a secret is sent as it is', async () => {
  answer = json({ text: 'yes' });
  const content = '$vars.days ${env:OPENAI_API_KEY}';
  await askedModel(`http:${address}`, { request: { messages: [{ role: 'user', content }] } });
  expect(JSON.parse(asked.body).prompt).toBe(content);
});

test('a reference that the case does not have is our own mistake', async () => {
  const reply = await askedModel(`http:${address}`, { options: { body: { q: '$vars.missing' } } });
  expect(reply).toMatchObject({
    failure: { kind: 'request', retryable: false, message: expect.stringContaining('$vars.missing') },
  });
});

describe('the answer', () => {
  test.each<{ name: string; given: typeof answer; options?: Record<string, Json>; text: string }>([
    { name: 'plain text', given: { type: 'text/plain', body: 'eligible' }, text: 'eligible' },
    {
      name: 'plain text that begins with a tag',
      given: { type: 'text/plain', body: '<answer>' },
      text: '<answer>',
    },
    {
      name: 'text that says nothing of its type',
      given: { type: 'application/octet-stream', body: 'eligible' },
      text: 'eligible',
    },
    { name: 'a JSON string', given: json('eligible'), text: 'eligible' },
    { name: 'a number', given: json(42), text: '42' },
    { name: 'text', given: json({ text: 'a', output: 'b' }), text: 'a' },
    { name: 'output', given: json({ output: 'b', content: 'c' }), text: 'b' },
    {
      name: 'a path',
      given: json({ data: [{ said: 'deep' }] }),
      options: { response: 'data[0].said' },
      text: 'deep',
    },
    {
      name: 'a path to an object',
      given: json({ data: { a: 1 } }),
      options: { response: 'data' },
      text: '{"a":1}',
    },
    { name: 'an empty text', given: json({ text: '' }), text: '' },
    {
      name: 'compressed, though we asked for plain',
      given: {
        type: 'application/json',
        body: gzipSync('{"text":"small"}'),
        headers: { 'content-encoding': 'gzip' },
      },
      text: 'small',
    },
  ])('$name', async ({ given, options, text }) => {
    answer = given;
    const reply = await askedModel(`http:${address}`, { options });
    expect(reply.status === 'answered' && reply.answer.text).toBe(text);
  });

  test('tool calls and tokens by their paths', async () => {
    answer = json({
      calls: [{ id: 'c1', name: 'look_up', arguments: '{"order":12}' }, { name: 'stop' }, { no: 'name' }],
      stats: { in: 20, out: 9, cached: 'many' },
    });
    const options = {
      toolCalls: 'calls',
      usage: { input: 'stats.in', output: 'stats.out', cached: 'stats.cached' },
    };
    const reply = await askedModel(`http:${address}`, { options });
    expect(reply.status === 'answered' && reply.answer).toMatchObject({
      text: '',
      toolCalls: [
        { id: 'c1', name: 'look_up', arguments: { order: 12 } },
        { name: 'stop', arguments: {} },
      ],
      usage: { input: 20, output: 9 },
      finish: { unified: 'tool-calls' },
    });
  });

  test('no text at the path is a failure that shows the body', async () => {
    answer = json({ data: null });
    const reply = await askedModel(`http:${address}`, { options: { response: 'data.text' } });
    expect(reply).toMatchObject({ failure: { kind: 'protocol', body: '{"data":null}' } });
  });
});

test('method and headers; a GET has no body', async () => {
  answer = json({ text: 'yes' });
  const options = {
    method: 'GET',
    headers: { Authorization: 'Bearer ${env:MY_KEY}', 'X-Two': '${env:A}-${env:B}' },
  };
  await askedModel(`http:${address}`, { options, env: { MY_KEY: 'k-123456789', A: '1', B: '2' } });
  expect(asked).toMatchObject({
    method: 'GET',
    body: '',
    headers: { authorization: 'Bearer k-123456789', 'x-two': '1-2' },
  });
});

test.each<{ name: string; use: string; options: Record<string, Json>; says: string }>([
  { name: 'no address', use: 'http:', options: {}, says: 'no http(s) address' },
  { name: 'a file', use: 'http:file:///etc/passwd', options: {}, says: 'no http(s) address' },
  {
    name: 'a path that is none',
    use: 'http:http://127.0.0.1/',
    options: { response: 'a[' },
    says: 'response is no JMESPath',
  },
  {
    name: 'a variable that is not set',
    use: 'http:http://127.0.0.1/',
    options: { headers: { authorization: '${env:NOT_THERE}' } },
    says: 'NOT_THERE, which is not set',
  },
])('checks: $name', async ({ use, options, says }) => {
  const http = providers.get('http')!;
  const [problem] = await http.check!(toModel(use, { options }), toWorld({}));
  expect(problem).toContain(says);
  await expect(http.open(toModel(use, { options }), toWorld({}))).rejects.toThrow(says);
});
