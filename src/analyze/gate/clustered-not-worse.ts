import { hallTail } from '../../stats/hall-tail.ts';
import { kishSize } from '../../stats/kish-size.ts';
import { normalCdf } from '../../stats/normal-cdf.ts';
import { tangoScore } from '../../stats/tango-score.ts';
import { effectiveCounts } from './effective-counts.ts';
import type { GateOptions } from './gate-options.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';

/** The chance that so many clusters show none of the total failures that a share `margin` of all clusters has. */
function unseen({ clusters }: PairTotals, margin: number): number {
  return (1 - margin) ** Math.floor(kishSize(clusters) + 1e-9);
}

/**
 * p of "worse by the margin or more" over clusters: the greatest of three, as all of them have to be small. A rare total
 * failure that was not seen (the evidence floor; `assume-smooth` leaves it out unless nothing scatters at all), Hall's
 * bound, and, where every answer is single, Tango's score on effective counts. Null where one cluster is all there is.
 */
export function clusteredNotWorse(
  totals: PairTotals,
  spread: Spread,
  { margin, alpha, tail }: GateOptions,
): number | null {
  const { standardError } = spread;
  if (margin <= 0 || standardError === null) return null;
  const isFlat = standardError === 0;
  const ps = [isFlat ? (totals.effect > -margin ? 0 : 1) : (hallTail(totals.clusters, -margin) ?? 1)];
  if (isFlat || tail !== 'assume-smooth') ps.push(unseen(totals, margin));
  if (totals.isSingle) ps.push(normalCdf(-tangoScore(effectiveCounts(totals, spread, alpha), -margin)));
  return Math.max(...ps);
}
