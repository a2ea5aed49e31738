import { demand } from './demand.ts';
import type { PairedCounts } from './paired-counts.ts';
import { scoreTail } from './score-tail.ts';
import { tangoScore } from './tango-score.ts';

/**
 * The p value, 0..1, of the hypothesis that the candidate is worse than the baseline by `margin` (above 0, below 1) or
 * more: exact, with all outcomes ordered by their Tango score, at the worst rate of gains. Without pairs it is 1.
 * Counts are whole numbers; impossible ones, and other margins, are refused with a RangeError.
 * Source: Tango 1998 (order); Hsueh, Liu & Chen 2001 and Liu et al. 2002 (exact unconditional test).
 */
export function exactNonInferiority(counts: PairedCounts, margin: number): number {
  const { losses, gains, pairs } = counts;
  demand([losses, gains, pairs].every(Number.isInteger), 'the exact test counts in whole numbers');
  demand(losses + gains <= pairs, 'losses and gains are no more than the pairs');
  demand(margin > 0 && margin < 1, 'a margin is between 0 and 1');
  return scoreTail(pairs, margin, tangoScore(counts, -margin));
}
