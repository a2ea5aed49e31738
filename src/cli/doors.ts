import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';
import { type Circuit, circuit } from '../execute/circuit.ts';
import type { Guard } from '../execute/guarded.ts';
import type { Workshop } from './workshop.ts';

/** What models share that are asked for the same thing in the same way, whatever they are called. */
export type Door = { guard: Guard; circuit: Circuit };

/**
 * The doors of one provider. Models with the same options share a guard: a key that is refused to one is refused to
 * all. Those with the same id as well share a circuit, as one model in trouble says nothing of another.
 */
export function doors(
  { name, idIsAddress }: Provider,
  { clock, emit }: Pick<Workshop, 'clock' | 'emit'>,
): (model: Model) => Door {
  const guards = new Map<string, Guard>();
  const circuits = new Map<string, Circuit>();
  const newGuard = (): Guard => ({ halt: new AbortController() });
  return ({ id, options, name: model }) => {
    const way = JSON.stringify(idIsAddress ? [id, options] : options);
    return {
      guard: found(guards, way, newGuard),
      circuit: found(circuits, `${id} ${way}`, () => circuit({ provider: name, model, clock, emit })),
    };
  };
}

function found<T>(known: Map<string, T>, key: string, make: () => T): T {
  const one = known.get(key) ?? make();
  known.set(key, one);
  return one;
}
