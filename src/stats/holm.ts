import { demand } from './demand.ts';

/**
 * Holm's adjusted p values, 0..1, in the order given: reject those at or below alpha, and any false rejection at all
 * is made with a chance of alpha at most, whatever hangs together. A p outside of 0..1 is refused with a RangeError.
 * Source: Holm 1979.
 */
export function holm(ps: readonly number[]): number[] {
  for (const p of ps) demand(p >= 0 && p <= 1, 'a p value is between 0 and 1');
  const order = [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  for (const [rank, index] of order.entries()) {
    least = Math.min(1, Math.max(least, (ps.length - rank) * ps[index]!));
    adjusted[index] = least;
  }
  return adjusted;
}
