import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultServer, faultServer } from '../servers/fault-server.ts';
import { askedModel } from './asked-model.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await faultServer();
});
afterAll(() => server.close());

const models: { use: string; options: Record<string, string>; fingerprint?: string }[] = [
  { use: 'openai:gpt-4o-mini', options: {}, fingerprint: 'fp_1' },
  { use: 'openai:gpt-5-pro', options: { api: 'responses' }, fingerprint: undefined },
  { use: 'openai-compatible:qwen3', options: {}, fingerprint: 'fp_1' },
  { use: 'anthropic:claude-haiku-4-5', options: {}, fingerprint: undefined },
  { use: 'google:gemini-2.5-flash', options: {}, fingerprint: undefined },
];

describe.each(models)('$use $options', ({ use, options, fingerprint }) => {
  test.each([
    { stream: true, fault: 'good' },
    { stream: false, fault: 'good' },
    { stream: true, fault: 'bytes' },
  ])('answers, stream $stream, $fault', async ({ stream, fault }) => {
    const reply = await askedModel(use, {
      options: { ...options, baseUrl: `${server.at(fault)}/v1` },
      settings: { stream },
    });
    expect(reply.status === 'errored' ? reply.failure : 'answered').toBe('answered');
    if (reply.status === 'errored') return;
    const { text, toolCalls, usage, served, finish, ms, warnings } = reply.answer;
    expect(text).toBe('Yes — 30 days.');
    expect(toolCalls).toEqual([{ id: 'call_1', name: 'look_up', arguments: { order: 12 } }]);
    expect(usage.input).toBe(20);
    expect(usage.output).toBe(9);
    expect(usage.cached).toBe(5);
    expect(served.model).toBe('served-1');
    if (fault === 'good') expect(served.requestId).toBe('req_7');
    expect(served.fingerprint).toBe(fingerprint);
    expect(finish.unified).toBe('tool-calls');
    expect(warnings).toBeUndefined();
    expect(ms.total).toBeGreaterThan(0);
    if (stream) expect(ms.firstToken).toBeLessThanOrEqual(ms.total!);
    else expect(ms.firstToken).toBeUndefined();
  });

  test('the first token comes before the end', async () => {
    const reply = await askedModel(use, { options: { ...options, baseUrl: `${server.at('slow')}/v1` } });
    if (reply.status === 'errored') throw new Error(reply.failure.message);
    const { total, firstToken } = reply.answer.ms;
    // Eight or more pauses of 60 ms, or two for the shortest stream; the first piece of text is early.
    expect(total! - firstToken!).toBeGreaterThan(50);
  });
});

test('reasoning tokens are a part of the output', async () => {
  for (const use of ['openai:gpt-4o-mini', 'openai-compatible:qwen3', 'google:gemini-2.5-flash']) {
    const reply = await askedModel(use, { options: { baseUrl: `${server.at('good')}/v1` } });
    expect(reply.status === 'answered' && reply.answer.usage.reasoning).toBe(3);
  }
});

test('a setting that the model does not take is said, not dropped in silence', async () => {
  const options = { baseUrl: `${server.at('good')}/v1` };
  const reply = await askedModel('openai:gpt-5-mini', { options, settings: { temperature: 0, topK: 3 } });
  expect(reply.status === 'answered' && reply.answer.warnings).toEqual([
    'topK was not sent',
    'temperature was not sent: temperature is not supported for reasoning models',
  ]);
});

test('settings, tools, schema and provider options reach the server', async () => {
  const settings = {
    temperature: 0.5,
    topP: 0.9,
    maxOutputTokens: 64,
    stopSequences: ['END'],
    seed: 7,
    providerOptions: { openai: { user: 'someone' } },
  };
  await askedModel('openai:gpt-4o-mini', {
    options: { baseUrl: `${server.at('good')}/v1`, headers: { 'x-team': 'quality' } },
    settings,
    request: {
      tools: [{ name: 'look_up', description: 'Finds an order.', parameters: { type: 'object' } }],
      outputSchema: { type: 'object', properties: {} },
    },
  });
  const { body, headers } = server.asked.at(-1)!;
  expect(headers['x-team']).toBe('quality');
  expect(JSON.parse(body)).toEqual({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'You decide refunds.' },
      { role: 'user', content: 'Can I send it back?' },
    ],
    temperature: 0.5,
    top_p: 0.9,
    max_tokens: 64,
    stop: ['END'],
    seed: 7,
    user: 'someone',
    stream: true,
    stream_options: { include_usage: true },
    tools: [
      {
        type: 'function',
        function: { name: 'look_up', description: 'Finds an order.', parameters: { type: 'object' } },
      },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'response', strict: true, schema: { type: 'object', properties: {} } },
    },
  });
});

test('the responses API is asked to store nothing, unless the settings say so', async () => {
  const options = { api: 'responses', baseUrl: `${server.at('good')}/v1` };
  await askedModel('openai:gpt-5-pro', { options });
  expect(JSON.parse(server.asked.at(-1)!.body).store).toBe(false);
  await askedModel('openai:gpt-5-pro', {
    options,
    settings: { providerOptions: { openai: { store: true } } },
  });
  expect(JSON.parse(server.asked.at(-1)!.body).store).toBe(true);
});
