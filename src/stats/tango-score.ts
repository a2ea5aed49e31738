import { checkPairedCounts } from './check-paired-counts.ts';
import { demand } from './demand.ts';
import type { PairedCounts } from './paired-counts.ts';

/**
 * The variance of one pair at a true difference of -drop (0..1), the gain rate being its constrained maximum likelihood
 * estimate. It is written so that nothing cancels, not even where the drop is next to 0 or 1.
 */
function varianceAt(losses: number, gains: number, pairs: number, drop: number): number {
  const spread = drop * (1 - drop);
  const slope = losses * (1 + drop) + gains * (1 - drop) - 2 * pairs * drop;
  const root = Math.sqrt(slope * slope + 8 * pairs * gains * spread);
  const gainRate = slope >= 0 ? (slope + root) / (4 * pairs) : (2 * gains * spread) / (root - slope);
  return 2 * gainRate + spread;
}

/**
 * The score z for the hypothesis that the true difference (gain rate less loss rate) is `difference` (-1..1): about
 * standard normal when it is true, high when the pairs look better than that. Fractions are allowed (effective counts).
 * Where nothing can vary it is 0 for what fits and infinite for what cannot be; without pairs it is 0.
 * Impossible counts and differences are refused with a RangeError.
 * Source: Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the
 * paired-sample design".
 */
export function tangoScore(counts: PairedCounts, difference: number): number {
  checkPairedCounts(counts);
  demand(difference >= -1 && difference <= 1, 'a difference of two rates is between -1 and 1');
  const { losses, gains, pairs } = counts;
  if (pairs === 0) return 0;
  if (difference > 0) return -tangoScore({ losses: gains, gains: losses, pairs }, -difference) + 0;
  const excess = gains - losses - pairs * difference;
  if (excess === 0) return 0;
  return excess / Math.sqrt(pairs * varianceAt(losses, gains, pairs, -difference));
}
