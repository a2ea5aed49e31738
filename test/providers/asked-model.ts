import type { Limits } from '../../src/domain/limits.ts';
import type { Model } from '../../src/domain/model.ts';
import type { ProviderWorld } from '../../src/domain/provider.ts';
import type { Reply, Request } from '../../src/domain/request.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { providers } from '../../src/providers/index.ts';

/** A key that no text may ever show. */
export const canary = 'sk-canary-5f0c1d7e9b3a2468';

export const timeouts: Limits['timeouts'] = {
  connect: 2_000,
  firstByte: 20_000,
  idle: 20_000,
  total: 60_000,
};

export type Asking = {
  options?: Model['options'];
  settings?: Settings;
  env?: Record<string, string>;
  timeouts?: Partial<Limits['timeouts']>;
  request?: Partial<Request>;
  signal?: AbortSignal;
  offline?: boolean;
};

export function toWorld(asking: Asking): ProviderWorld {
  const keys = { OPENAI_API_KEY: canary, ANTHROPIC_API_KEY: canary, GEMINI_API_KEY: canary };
  // The wall clock stands still at this second, so that a date in Retry-After means a known wait.
  const date = () => new Date('2025-01-01T00:00:00Z');
  const clock = { now: () => performance.now(), date, sleep: async () => {} };
  const limits = { concurrency: 5, retries: 0, timeouts: { ...timeouts, ...asking.timeouts } };
  return {
    env: { ...keys, ...asking.env },
    clock,
    root: process.cwd(),
    limits,
    offline: asking.offline ?? false,
  };
}

export function toModel(use: string, asking: Asking): Model {
  const at = use.indexOf(':');
  const settings = asking.settings ?? {};
  return {
    name: use,
    provider: use.slice(0, at),
    id: use.slice(at + 1),
    settings,
    options: asking.options ?? {},
  };
}

export function toRequest(asking: Asking): Request {
  return {
    messages: [
      { role: 'system', content: 'You decide refunds.' },
      { role: 'user', content: 'Can I send it back?' },
    ],
    settings: asking.settings ?? {},
    tools: [],
    suite: 'refunds',
    case: { id: 'a/1', vars: { days: 12 }, meta: { source: 'mail' } },
    repeat: 1,
    ...asking.request,
  };
}

/** Opens the model, asks it once, and closes it. */
export async function askedModel(use: string, asking: Asking): Promise<Reply> {
  const model = toModel(use, asking);
  const open = await providers.get(model.provider)!.open(model, toWorld(asking));
  try {
    return await open.try(toRequest(asking), asking.signal ?? new AbortController().signal);
  } finally {
    await open.close();
  }
}
