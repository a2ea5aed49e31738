import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';
import type { Ask } from '../domain/request.ts';
import { cached } from '../execute/cached.ts';
import { requestKeys } from '../plan/request-keys.ts';
import { isCached } from './is-cached.ts';
import type { Workshop } from './workshop.ts';

/** Puts the response cache before a model, where its answers are kept at all. */
export function behindCache(
  model: Model,
  provider: Provider,
  { cache, env }: Pick<Workshop, 'cache' | 'env'>,
): (ask: Ask) => Ask {
  if (!cache || !isCached(model, provider)) return (ask) => ask;
  const { address, seesCase } = provider;
  const keyOf = requestKeys(model, { address: address?.(model, env), seesCase });
  return (ask) => cached(ask, { cache: cache.answers, mode: cache.mode, model: model.name, keyOf });
}
