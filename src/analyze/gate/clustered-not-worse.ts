import { boundedMeanTail } from '../../stats/bounded-mean-tail.ts';
import { hallTail } from '../../stats/hall-tail.ts';
import { kishSize } from '../../stats/kish-size.ts';
import { normalCdf } from '../../stats/normal-cdf.ts';
import { tangoScore } from '../../stats/tango-score.ts';
import { effectiveCounts } from './effective-counts.ts';
import type { GateOptions } from './gate-options.ts';
import { isEven } from './is-even.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';

/** The chance that so many clusters show none of the total failures that a share `margin` of all clusters has. */
function unseen({ clusters }: PairTotals, margin: number): number {
  return (1 - margin) ** Math.floor(kishSize(clusters) + 1e-9);
}

/** Tango's score on the effective counts. */
const scored = (totals: PairTotals, spread: Spread, { margin, alpha }: GateOptions) =>
  normalCdf(-tangoScore(effectiveCounts(totals, spread, alpha), -margin));

/**
 * What has to be small beside the evidence floor. Single answers: Tango's score, and Hall's bound where it can say.
 * Repeats: the likelihood ratio where all clusters are of one size, which never gets worse by a loss that is taken
 * away; else Hall's bound, and Tango's score where that cannot say.
 */
function scattered(totals: PairTotals, spread: Spread, options: GateOptions): number {
  const { margin, tail } = options;
  const hall = () => hallTail(totals.clusters, -margin);
  if (totals.isSingle) return Math.max(scored(totals, spread, options), hall() ?? 0);
  if (spread.standardError === 0) return totals.effect > -margin ? 0 : 1;
  if (isEven(totals.clusters) && tail !== 'assume-smooth')
    return boundedMeanTail(totals.clusters, -margin) ?? 1;
  return hall() ?? scored(totals, spread, options);
}

/**
 * p of "worse by the margin or more" over clusters: the greatest of those that all have to be small. One is the chance
 * of not having seen a rare total failure (the evidence floor); `assume-smooth` leaves it out unless nothing scatters at
 * all. Null where one cluster is all there is.
 */
export function clusteredNotWorse(totals: PairTotals, spread: Spread, options: GateOptions): number | null {
  const { standardError } = spread;
  if (options.margin <= 0 || standardError === null) return null;
  const isSmooth = options.tail === 'assume-smooth' && standardError > 0;
  return Math.max(isSmooth ? 0 : unseen(totals, options.margin), scattered(totals, spread, options));
}
