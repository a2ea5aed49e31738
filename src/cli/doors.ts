import type { Limits } from '../domain/limits.ts';
import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';
import { type Circuit, circuit } from '../execute/circuit.ts';
import { type Governor, governor } from '../execute/governor.ts';
import type { Guard } from '../execute/guarded.ts';
import { minuteBucket } from '../flow/minute-bucket.ts';
import type { Workshop } from './workshop.ts';

/** What models share that are asked for the same thing in the same way, whatever they are called. */
export type Door = { guard: Guard; circuit: Circuit; governor: Governor };

/**
 * The doors of one provider. Models with the same options share a guard: a key that is refused to one is refused to
 * all. Those with the same id as well share a circuit and a governor, as one model in trouble says nothing of another;
 * a stated number of requests or tokens a minute is for all models of the provider together.
 */
export function doors(
  { name, idIsAddress }: Provider,
  limits: Limits,
  { clock, emit }: Pick<Workshop, 'clock' | 'emit'>,
): (model: Model) => Door {
  const guards = new Map<string, Guard>();
  const circuits = new Map<string, Circuit>();
  const governors = new Map<string, Governor>();
  const stated = {
    requests: limits.requestsPerMinute ? minuteBucket(limits.requestsPerMinute) : undefined,
    tokens: limits.tokensPerMinute ? minuteBucket(limits.tokensPerMinute) : undefined,
  };
  const newGuard = (): Guard => ({ halt: new AbortController() });
  const newGovernor = (model: string) =>
    governor({
      ...stated,
      provider: name,
      ceiling: limits.concurrency,
      clock,
      onChange: (pace, why) => emit({ type: 'paced', provider: name, model, ...pace, why }),
    });
  return ({ id, options, name: model }) => {
    const way = JSON.stringify(idIsAddress ? [id, options] : options);
    return {
      guard: found(guards, way, newGuard),
      circuit: found(circuits, `${id} ${way}`, () => circuit({ provider: name, model, clock, emit })),
      governor: found(governors, `${id} ${way}`, () => newGovernor(model)),
    };
  };
}

function found<T>(known: Map<string, T>, key: string, make: () => T): T {
  const one = known.get(key) ?? make();
  known.set(key, one);
  return one;
}
