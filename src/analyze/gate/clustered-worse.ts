import { signFlip } from '../../stats/sign-flip.ts';
import { tTail } from '../../stats/t-tail.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';

/** Up to so many clusters that moved, all their signs are counted. */
const mostCounted = 20;

/** Never asked: all signs are counted. */
const random = () => 0;

/**
 * p of "not worse" (one-sided) and of "no difference" over clusters: by counting all signs where at most 20 clusters
 * moved, which is exact and goes up with every loss that is taken away; by t on the CR2 error where there are more.
 * Source: Fisher 1935; Bell & McCaffrey 2002.
 */
export function clusteredWorse(
  { clusters, effect }: PairTotals,
  { standardError, df }: Spread,
): { worse: number; different: number } {
  const moved = clusters.filter(({ total }) => total !== 0);
  if (moved.length <= mostCounted) {
    const { less, p } = signFlip([0, ...moved.map(({ total }) => total)], { random });
    return { worse: less, different: p };
  }
  if (!standardError) {
    const oneWay = 2 ** -moved.length;
    return { worse: effect < 0 ? oneWay : 1, different: 2 * oneWay };
  }
  const t = effect / standardError;
  return { worse: tTail(-t, df), different: 2 * tTail(Math.abs(t), df) };
}
