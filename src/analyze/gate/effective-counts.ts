import { normalQuantile } from '../../stats/normal-quantile.ts';
import type { PairedCounts } from '../../stats/paired-counts.ts';
import { tQuantile } from '../../stats/t-quantile.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';

/**
 * Losses, gains and pairs as independent pairs that say as much: less for what clusters and weights repeat, and less
 * for the degrees of freedom, in the ratio of the quantiles at a one-sided `tail` (0..1).
 * Source: the effective-sample idea of Korn & Graubard 1998.
 */
export function effectiveCounts(
  { lost, gained, pairs }: PairTotals,
  { df, designEffect }: Spread,
  tail: number,
): PairedCounts {
  const shrink = (normalQuantile(1 - tail) / tQuantile(1 - tail, df)) ** 2 / Math.max(1, designEffect);
  return { losses: lost * shrink, gains: gained * shrink, pairs: pairs * shrink };
}
