import { describe, expect, test } from 'vitest';
import type { RateLimits } from '../../src/domain/rate-limits.ts';
import { providers } from '../../src/providers/index.ts';
import { bucketLaw, windowLaw } from '../servers/rate-laws.mjs';
import { rateServer } from '../servers/rate-server.ts';
import { toModel, toRequest, toWorld } from './asked-model.ts';

const models: { use: string; options: Record<string, string> }[] = [
  { use: 'openai:gpt-4o-mini', options: {} },
  { use: 'openai:gpt-5-pro', options: { api: 'responses' } },
  { use: 'openai-compatible:qwen3', options: {} },
  { use: 'anthropic:claude-haiku-4-5', options: {} },
  { use: 'google:gemini-2.5-flash', options: {} },
  { use: 'http:', options: { response: 'choices[0].message.content' } },
];

/** Asks once, and gives back what was heard of the limits and when, and when the answer was here; milliseconds. */
async function heard(
  { use, options }: (typeof models)[number],
  stream: boolean,
  server: Awaited<ReturnType<typeof rateServer>>,
) {
  const url = `${server.url}/v1/chat/completions`;
  const own: Record<string, string> = use === 'http:' ? { url } : { baseUrl: `${server.url}/v1` };
  const model = toModel(use, { options: { ...options, ...own } });
  const start = performance.now();
  const words: { rates: RateLimits; at: number }[] = [];
  const onRates = (rates: RateLimits) => void words.push({ rates, at: performance.now() - start });
  const open = await providers.get(model.provider)!.open(model, { ...toWorld({}), onRates });
  const began = performance.now() - start;
  try {
    const asking = {
      settings: { stream },
      request: { messages: [{ role: 'user' as const, content: 'question 1' }] },
    };
    const reply = await open.try(toRequest(asking), new AbortController().signal);
    return { reply, words, began, ended: performance.now() - start };
  } finally {
    await open.close();
  }
}

describe.each(models)('$use $options', (model) => {
  test.each([true, false])(
    'hears of limits as soon as the head of an answer is here, streamed: %s',
    async (stream) => {
      const server = await rateServer({ law: windowLaw(60, 60_000), headers: 'openai', bodyAfter: 300 });
      const { reply, words, began, ended } = await heard(model, stream, server);
      await server.close();
      expect(reply.status).toBe('answered');
      expect(words).toHaveLength(1);
      const { rates, at } = words[0]!;
      expect(rates).toMatchObject({ requests: { limit: 60, remaining: 59, resetMs: 60_000 } });
      expect(ended - at).toBeGreaterThan(200);
      expect(rates.tookMs).toBeGreaterThan(0);
      expect(rates.tookMs).toBeLessThanOrEqual(at - began + 1);
    },
  );

  test('hears of them beside a refusal', async () => {
    const law = bucketLaw(1, 0.1);
    law.admit(performance.now());
    const server = await rateServer({ law, headers: 'openai' });
    const { reply, words } = await heard(model, false, server);
    await server.close();
    expect(reply).toMatchObject({ status: 'errored', failure: { kind: 'rate-limit' } });
    expect(words).toMatchObject([{ rates: { requests: { limit: 1, remaining: 0 } } }]);
  });
});

test('a server that says nothing of limits is not heard of', async () => {
  const server = await rateServer({ law: bucketLaw(10, 10), headers: 'none' });
  const { words } = await heard(models[0]!, true, server);
  await server.close();
  expect(words).toEqual([]);
});
