import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askedModel } from './asked-model.ts';

// A mock server that others wrote: what it takes for the protocols, not what we take for them.
const mock = new LLMock({ port: 0, chunkSize: 4 });
beforeAll(async () => {
  await mock.start();
});
afterAll(() => mock.stop());
beforeEach(() => {
  mock.reset().clearChaos();
  mock.onMessage('send it back', { content: 'Yes, within 30 days — naïve 日本語.' });
  mock.onMessage('which order', { toolCalls: [{ name: 'look_up', arguments: '{"order":12}' }] });
});

const models: { use: string; options: Record<string, string>; path: string }[] = [
  { use: 'openai:gpt-4o-mini', options: {}, path: '/v1' },
  { use: 'openai:gpt-4o-mini', options: { api: 'responses' }, path: '/v1' },
  { use: 'openai-compatible:gpt-4o-mini', options: {}, path: '/v1' },
  { use: 'anthropic:claude-haiku-4-5', options: {}, path: '' },
  { use: 'google:gemini-2.5-flash', options: {}, path: '' },
];

describe.each(models)('$use $options', ({ use, options, path }) => {
  const ask = (settings: { stream: boolean }, content = 'Can I send it back?') =>
    askedModel(use, {
      options: { ...options, baseUrl: mock.url + path },
      settings,
      request: { messages: [{ role: 'user', content }] },
    });

  test.each([true, false])('answers, stream %s', async (stream) => {
    const reply = await ask({ stream });
    expect(reply.status === 'answered' && reply.answer).toMatchObject({
      text: 'Yes, within 30 days — naïve 日本語.',
      toolCalls: [],
      finish: { unified: 'stop' },
    });
  });

  test.each([true, false])('calls a tool, stream %s', async (stream) => {
    const reply = await ask({ stream }, 'which order is it?');
    expect(reply.status === 'answered' && reply.answer).toMatchObject({
      text: '',
      toolCalls: [{ name: 'look_up', arguments: { order: 12 } }],
      // This server ends Gemini's calls with a word of its own, where Google says STOP.
      finish: { unified: use.startsWith('google') ? 'other' : 'tool-calls' },
    });
  });

  test.each([true, false])('429 and Retry-After, stream %s', async (stream) => {
    mock.setChaos({ rateLimitRate: 1 });
    const reply = await ask({ stream });
    expect(reply).toMatchObject({ failure: { kind: 'rate-limit', status: 429, retryable: true } });
    expect(reply.status === 'errored' && reply.failure.retryAfterMs).toBeGreaterThan(0);
  });

  test.each([
    { chaos: { dropRate: 1 }, kind: 'server' },
    { chaos: { malformedRate: 1 }, kind: 'protocol' },
    { chaos: { disconnectRate: 1 }, kind: 'connection' },
  ])('$chaos: $kind', async ({ chaos, kind }) => {
    mock.setChaos(chaos);
    for (const stream of [true, false]) {
      expect(await ask({ stream })).toMatchObject({ failure: { kind, retryable: true } });
    }
  });

  test('an error of its own is told in its own words', async () => {
    mock.nextRequestError(400, { message: 'the prompt is too long', type: 'invalid_request_error' });
    expect(await ask({ stream: true })).toMatchObject({
      failure: {
        kind: 'request',
        retryable: false,
        status: 400,
        message: expect.stringContaining('the prompt is too long'),
      },
    });
  });

  test('the usual variable says where the server is', async () => {
    const name = use.split(':')[0]!;
    const variables: Record<string, string> = {
      openai: 'OPENAI_BASE_URL',
      anthropic: 'ANTHROPIC_BASE_URL',
      google: 'GOOGLE_GEMINI_BASE_URL',
    };
    if (!variables[name]) return expect(name).toBe('openai-compatible');
    const reply = await askedModel(use, { options, env: { [variables[name]]: mock.url + path } });
    expect(reply.status).toBe('answered');
  });
});
