// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how users name variables of the environment
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Model } from '../../src/domain/model.ts';
import { providers } from '../../src/providers/index.ts';
import { type FaultServer, faultServer } from '../servers/fault-server.ts';
import { askedModel, toModel, toRequest, toWorld } from './asked-model.ts';

const network = providers.all().filter(({ needsNetwork }) => needsNetwork);
let server: FaultServer;
beforeAll(async () => {
  server = await faultServer();
});
afterAll(() => server.close());

test('the shelf', () => {
  expect(network.map(({ name }) => name)).toEqual([
    'openai',
    'anthropic',
    'google',
    'openai-compatible',
    'http',
  ]);
});

test.each(network)('$name: its example and its options are its own', ({ name, example, options }) => {
  expect(example.startsWith(`${name}:`)).toBe(true);
  expect(z.strictObject(options).safeParse({ nonsense: 1 }).success).toBe(false);
  expect(z.strictObject(options).safeParse({}).success).toBe(true);
});

test.each(network)('$name: nothing is opened offline', async ({ example }) => {
  const model = toModel(example, { options: { baseUrl: 'http://127.0.0.1:9/v1' } });
  const opening = providers.get(model.provider)!.open(model, toWorld({ offline: true }));
  await expect(opening).rejects.toThrow('--offline forbids');
});

const key = { OPENAI_API_KEY: '', ANTHROPIC_API_KEY: '', GEMINI_API_KEY: '' };

describe('check', () => {
  test.each<{
    use: string;
    options?: Model['options'];
    env?: Record<string, string>;
    says: string | undefined;
  }>([
    { use: 'openai:gpt-5-mini', says: undefined },
    {
      use: 'openai:gpt-5-mini',
      env: key,
      says: 'openai:gpt-5-mini needs a key: set OPENAI_API_KEY in the environment',
    },
    { use: 'anthropic:claude-haiku-4-5', env: key, says: 'set ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN' },
    { use: 'anthropic:claude-haiku-4-5', env: { ...key, ANTHROPIC_AUTH_TOKEN: 'token' }, says: undefined },
    { use: 'google:gemini-2.5-flash', env: key, says: 'set GOOGLE_GENERATIVE_AI_API_KEY or GEMINI_API_KEY' },
    { use: 'openai:gpt-5-mini', options: { keyFrom: 'OTHER_KEY' }, says: 'set OTHER_KEY' },
    {
      use: 'openai:gpt-5-mini',
      options: { keyFrom: 'OTHER_KEY' },
      env: { ...key, OTHER_KEY: 'k' },
      says: undefined,
    },
    {
      use: 'openai:gpt-5-mini',
      env: { OPENAI_BASE_URL: 'localhost' },
      says: 'no http(s) address (from OPENAI_BASE_URL)',
    },
    { use: 'openai-compatible:qwen3', says: 'baseUrl is missing' },
    { use: 'openai-compatible:qwen3', options: { baseUrl: 'http://127.0.0.1:1/v1' }, says: undefined },
    {
      use: 'openai-compatible:qwen3',
      options: { baseUrl: 'http://127.0.0.1:1/v1', headers: { 'x-a': '${env:GONE}' } },
      says: 'its header x-a names the environment variable GONE, which is not set',
    },
  ])('$use $options: $says', async ({ use, options, env, says }) => {
    const model = toModel(use, { options });
    const problems = await providers.get(model.provider)!.check!(model, toWorld({ env }));
    expect(problems).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
    if (says)
      await expect(providers.get(model.provider)!.open(model, toWorld({ env }))).rejects.toThrow(says);
  });
});

describe('what is sent with the key', () => {
  test.each<{ use: string; env: Record<string, string>; url: string; headers: Record<string, string> }>([
    {
      use: 'openai:m',
      env: { OPENAI_API_KEY: 'key-one', OPENAI_ORG_ID: 'org' },
      url: '/good/v1/chat/completions',
      headers: { authorization: 'Bearer key-one', 'openai-organization': 'org' },
    },
    {
      use: 'anthropic:m',
      env: { ANTHROPIC_API_KEY: 'key-two' },
      url: '/good/v1/messages',
      headers: { 'x-api-key': 'key-two' },
    },
    {
      use: 'anthropic:m',
      env: { ANTHROPIC_API_KEY: '', ANTHROPIC_AUTH_TOKEN: 'token' },
      url: '/good/v1/messages',
      headers: { authorization: 'Bearer token' },
    },
    {
      use: 'google:m',
      env: { GOOGLE_GENERATIVE_AI_API_KEY: 'key-three' },
      url: '/good/v1/models/m:streamGenerateContent?alt=sse',
      headers: { 'x-goog-api-key': 'key-three' },
    },
  ])('$use $env', async ({ use, env, url, headers }) => {
    await askedModel(use, { options: { baseUrl: `${server.at('good')}/v1/` }, env });
    expect(server.asked.at(-1)).toMatchObject({ url, headers });
  });

  test('a server that needs none gets none', async () => {
    await askedModel('openai-compatible:m', { options: { baseUrl: `${server.at('good')}/v1` } });
    expect(server.asked.at(-1)!.headers).not.toHaveProperty('authorization');
  });

  test.each([
    { baseUrl: 'https://api.anthropic.com', path: '/good/v1/messages' },
    { baseUrl: 'with /v1', path: '/good/v1/messages' },
  ])('anthropic without and with the version: $path', async ({ baseUrl, path }) => {
    const ending = baseUrl.endsWith('/v1') ? '/v1' : '';
    await askedModel('anthropic:m', { env: { ANTHROPIC_BASE_URL: `${server.at('good')}${ending}` } });
    expect(server.asked.at(-1)!.url).toBe(path);
  });
});

describe('proxies', () => {
  let proxy: Server;
  let tunnels: string[];
  let address: string;
  beforeAll(async () => {
    proxy = createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url!);
      const target = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    proxy.close();
  });

  const ask = (host: string, env: Record<string, string>) => {
    tunnels = [];
    return askedModel('openai:m', { options: { baseUrl: `http://${host}/good/v1` }, env });
  };

  test.each(['HTTP_PROXY', 'http_proxy'])('%s is used', async (name) => {
    expect((await ask('models.test', { [name]: address })).status).toBe('answered');
    expect(tunnels).toEqual(['models.test:80']);
  });

  test('NO_PROXY is obeyed', async () => {
    const reply = await ask('models.invalid', { HTTP_PROXY: address, NO_PROXY: 'invalid' });
    expect(reply).toMatchObject({ failure: { kind: 'connection' } });
    expect(tunnels).toEqual([]);
  });

  test('a model on this machine is never looked for behind the proxy', async () => {
    expect((await ask(`127.0.0.1:${server.port}`, { HTTP_PROXY: address })).status).toBe('answered');
    expect(tunnels).toEqual([]);
  });
});

test('80 requests at once share kept connections', async () => {
  const model = toModel('openai:m', { options: { baseUrl: `${server.at('good')}/v1` } });
  const open = await providers.get('openai')!.open(model, toWorld({}));
  const signal = new AbortController().signal;
  const round = () => Promise.all(Array.from({ length: 80 }, () => open.try(toRequest({}), signal)));
  const replies = [...(await round()), ...(await round())];
  expect(replies.filter(({ status }) => status === 'answered')).toHaveLength(160);
  await open.close();
});
