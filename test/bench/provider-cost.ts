// How much CPU one call costs, at 50 under way: npx tsx test/bench/provider-cost.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { Agent, request } from 'undici';
import { limits } from '../../src/domain/limits.ts';
import type { Model } from '../../src/domain/model.ts';
import type { Request } from '../../src/domain/request.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { providers } from '../../src/providers/index.ts';
import { sdkTry } from '../../src/providers/sdk/sdk-try.ts';
import { openConnection } from '../../src/providers/wire/connection.ts';
import { sdkFetch } from '../../src/providers/wire/sdk-fetch.ts';

const endpoint = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('endpoint.ts', import.meta.url))],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const [port] = await once(endpoint.stdout!, 'data');
const baseUrl = `http://127.0.0.1:${Number(String(port))}/v1`;

const clock = { now: () => performance.now(), date: () => new Date(), sleep: async () => {} };
const world = { env: { OPENAI_API_KEY: 'sk-bench' }, clock, root: '.', limits, offline: false };
const messages = [{ role: 'user' as const, content: 'Can I send this back?' }];
const toRequest = (settings: Settings): Request => ({
  messages,
  settings: { temperature: 0, ...settings },
  tools: [],
  suite: 'bench',
  case: { id: 'a', vars: {}, meta: {} },
  repeat: 1,
});

const open = async (provider: string, options: Model['options']) => {
  const id = provider === 'http' ? `${baseUrl}/chat/completions` : 'fixed-1';
  const model: Model = { name: provider, provider, id, settings: {}, options };
  return (await providers.get(provider)!.open(model, world)).try;
};
const compatible = await open('openai-compatible', { baseUrl });
const openai = await open('openai', { baseUrl });
const http = await open('http', { response: 'choices[0].message.content' });
const connection = await openConnection({
  provider: 'bench',
  secrets: [],
  timeouts: limits.timeouts,
  env: {},
  clock,
});
const plain = createOpenAICompatible({
  name: 'x',
  baseURL: baseUrl,
  fetch: sdkFetch(connection),
  includeUsage: true,
});
const sdkStream = sdkTry(connection, { plain: plain.chatModel('fixed-1') });
const foreign = createOpenAICompatible({ name: 'x', baseURL: baseUrl }).chatModel('fixed-1');
const globalFetch = sdkTry(connection, { plain: foreign });

const agent = new Agent();
const body = JSON.stringify({ model: 'fixed-1', messages, temperature: 0 });
const bare = async () => {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer sk-bench' };
  const answer = await request(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers,
    body,
    dispatcher: agent,
  });
  await answer.body.json();
};
const asking = (ask: typeof compatible, settings: Settings) => async () => {
  const reply = await ask(toRequest(settings), new AbortController().signal);
  if (reply.status === 'errored') throw new Error(reply.failure.message);
};

const work: Record<string, () => Promise<void>> = {
  'undici.request alone': bare,
  'http, whole': asking(http, {}),
  'openai-compatible, whole': asking(compatible, { stream: false }),
  'openai-compatible, streamed': asking(compatible, {}),
  'openai, whole': asking(openai, { stream: false }),
  'openai, streamed': asking(openai, {}),
  "the SDK's own stream, our fetch": asking(sdkStream, {}),
  'the SDK, whole, global fetch': asking(globalFetch, { stream: false }),
  "the SDK's own stream, global fetch": asking(globalFetch, {}),
};

async function repeat(ask: () => Promise<void>, times: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: 50 }, worker));
}

const only = process.argv[2];
for (const [name, ask] of Object.entries(work)) {
  if (only && !name.includes(only)) continue;
  const times = 4000;
  await repeat(ask, times / 2);
  const before = process.cpuUsage();
  const start = performance.now();
  await repeat(ask, times);
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start) / times;
  const cpu = (user + system) / times;
  process.stdout.write(
    `${name.padEnd(36)}${cpu.toFixed(0).padStart(6)} µs CPU${(wall * 1000).toFixed(0).padStart(6)} µs wall\n`,
  );
}
endpoint.kill();
process.exit();
