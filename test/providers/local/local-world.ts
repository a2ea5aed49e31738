import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../../src/domain/limits.ts';
import type { Model } from '../../../src/domain/model.ts';
import type { ProviderWorld } from '../../../src/domain/provider.ts';
import type { Request } from '../../../src/domain/request.ts';

/** A folder of its own with these files, and the real clock. */
export async function localWorld(files: Record<string, string> = {}): Promise<ProviderWorld> {
  const root = await mkdtemp(path.join(tmpdir(), 'evals-provider-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, name), text);
  const clock = {
    now: () => performance.now(),
    date: () => new Date(),
    sleep: async (ms: number, signal?: AbortSignal) =>
      void (await sleep(ms, undefined, signal ? { signal } : {})),
  };
  return { env: process.env, clock, root, limits, offline: true };
}

export const modelOf = (provider: string, id: string, options: Model['options'] = {}): Model => ({
  name: `${provider}:${id}`,
  provider,
  id,
  settings: {},
  options,
});

export const requestOf = (text: string, more: Partial<Request> = {}): Request => ({
  messages: [{ role: 'user', content: text }],
  settings: {},
  tools: [],
  suite: 'suite',
  case: { id: 'case', vars: {}, meta: {} },
  repeat: 1,
  ...more,
});

/** A signal that is never aborted. */
export const calm = () => new AbortController().signal;
