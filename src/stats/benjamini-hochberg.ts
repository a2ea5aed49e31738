import { demand } from './demand.ts';

/**
 * Adjusted p values, 0..1, in the order given: of those at or below q, a share of q at most is false on average (for
 * independent or positively dependent tests). For lists to look through, not for a gate. A p outside of 0..1 is
 * refused with a RangeError.
 * Source: Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  for (const p of ps) demand(p >= 0 && p <= 1, 'a p value is between 0 and 1');
  const order = [...ps.keys()].sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Array<number>(ps.length);
  let most = 1;
  for (const [rank, index] of order.entries()) {
    most = Math.min(most, (ps.length / (ps.length - rank)) * ps[index]!);
    adjusted[index] = most;
  }
  return adjusted;
}
