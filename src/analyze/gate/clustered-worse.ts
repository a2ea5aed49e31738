import { boundedMeanTail } from '../../stats/bounded-mean-tail.ts';
import type { Cluster } from '../../stats/clustered-mean.ts';
import { signFlip } from '../../stats/sign-flip.ts';
import { type Stratum, stratifiedTail } from '../../stats/stratified-tail.ts';
import { tTail } from '../../stats/t-tail.ts';
import { isEven } from './is-even.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';
import { toStrata } from './to-strata.ts';

/** Up to so many clusters that moved, all their signs are counted. */
const mostCounted = 20;

/** With fewer clusters than this, nothing but counting signs holds. */
const fewest = 10;

/** Never asked: all signs are counted. */
const random = () => 0;

/** What decides about one direction; the other one is the same with the sides changed. */
type Direction = Pick<PairTotals, 'clusters' | 'effect' | 'isSingle'> & { spread: Spread };

/**
 * p of "not worse" by how the clusters scatter. Repeats in clusters of one size: the likelihood ratio, which sees rare
 * gains that are not there by chance. Else by counting all signs where at most 20 clusters moved, and by t where more did.
 */
function scattered({ clusters, effect, isSingle, spread: { standardError, df } }: Direction): number {
  const moved = clusters.filter(({ total }) => total !== 0);
  if (moved.length === 0) return 1;
  if (!isSingle && clusters.length >= fewest && isEven(clusters))
    return boundedMeanTail(clusters.map(turned), 0) ?? 1;
  if (moved.length <= mostCounted)
    return signFlip(
      moved.map(({ total }) => total),
      { random },
    ).less;
  if (standardError) return tTail(-effect / standardError, df);
  return effect < 0 ? 2 ** -moved.length : 1;
}

const exchanged = ({ baseline, candidate, weight }: Stratum): Stratum => ({
  baseline: candidate,
  candidate: baseline,
  weight,
});

const turned = (cluster: Cluster): Cluster => ({ ...cluster, total: -cluster.total });

/**
 * p of "not worse" (one-sided) and of "no difference" over clusters: the greater of two, as either can be misled. One is
 * of the mean over all inputs, by how the clusters scatter; the other, exact, of the same chance to pass in each case,
 * which flaky cases and unequal repeats cannot disturb.
 * Source: Fisher 1935; Bell & McCaffrey 2002; Owen 1988; Mantel & Haenszel 1959.
 */
export function clusteredWorse(
  { clusters, effect, isSingle, values }: PairTotals,
  spread: Spread,
): { worse: number; different: number } {
  const strata = toStrata(values);
  const worse = Math.max(
    scattered({ clusters, effect, isSingle, spread }),
    strata ? stratifiedTail(strata) : 0,
  );
  const better = Math.max(
    scattered({ clusters: clusters.map(turned), effect: -effect, isSingle, spread }),
    strata ? stratifiedTail(strata.map(exchanged)) : 0,
  );
  return { worse, different: Math.min(1, 2 * Math.min(worse, better)) };
}
