import type { Answer } from '../domain/answer.ts';
import type { CacheMode } from '../domain/cache-modes.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask, Request } from '../domain/request.ts';
import type { RequestKey, ResponseCache } from '../domain/response-cache.ts';
import { isCacheable } from './is-cacheable.ts';

/** Where answers are kept, and under what. */
export type Caching = {
  cache: Pick<ResponseCache, 'read' | 'keep'>;
  mode: CacheMode;
  /** The name of the model, as the suite or the config calls it. */
  model: string;
  keyOf(request: Request): RequestKey;
};

/**
 * Answers from the cache what is in it, and keeps what is asked. An answer from there has neither a time nor an attempt.
 * A request that is under way already is not asked a second time: whether two trials that ask the same share one answer
 * must not hang on which of them came first. When nothing is kept of the first, the others are asked after all.
 */
export function cached(ask: Ask, caching: Caching): Ask {
  const { cache, mode, keyOf } = caching;
  if (mode === 'off') return ask;
  const underWay = new Map<string, Promise<Outcome>>();
  const askOnce = async (key: RequestKey, request: Request, signal: AbortSignal) => {
    const asking = askAndKeep(ask, key, request, signal, caching);
    if (underWay.has(key.key)) return asking;
    underWay.set(key.key, asking);
    try {
      return await asking;
    } finally {
      underWay.delete(key.key);
    }
  };
  return async (request, signal) => {
    const key = keyOf(request);
    if (mode === 'refresh') return askAndKeep(ask, key, request, signal, caching);
    const known = cache.read(key.key);
    if (known) return { ...hit(known.answer), askedAt: known.at.toISOString() };
    if (mode === 'read') return ask(request, signal);
    const another = underWay.get(key.key);
    return (another && (await shared(another, key, cache))) ?? askOnce(key, request, signal);
  };
}

async function askAndKeep(
  ask: Ask,
  key: RequestKey,
  request: Request,
  signal: AbortSignal,
  { cache, model }: Caching,
): Promise<Outcome> {
  const outcome = await ask(request, signal);
  if (outcome.status === 'errored' || outcome.source || outcome.by) return outcome;
  const { answer } = outcome;
  if (isCacheable(answer)) cache.keep({ key, request, model, answer });
  return outcome;
}

/** What was kept of a request that was under way; undefined when nothing was. */
async function shared(
  another: Promise<Outcome>,
  key: RequestKey,
  cache: Caching['cache'],
): Promise<Outcome | undefined> {
  await another.catch(() => {});
  const known = cache.read(key.key);
  return known && hit(known.answer);
}

const hit = (answer: Answer): Outcome => ({
  status: 'answered',
  answer: { ...answer, ms: {} },
  attempts: [],
  waitedMs: 0,
  source: 'cache',
});
