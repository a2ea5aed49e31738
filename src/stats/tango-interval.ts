import { checkPairedCounts } from './check-paired-counts.ts';
import { demand } from './demand.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { PairedCounts } from './paired-counts.ts';
import { tangoScore } from './tango-score.ts';

/** The least difference that is not too low for the counts at `z`: the score falls as the difference rises. */
function lowEnd(counts: PairedCounts, z: number): number {
  let low = -1;
  let high = Math.min(1, Math.max(-1, (counts.gains - counts.losses) / counts.pairs));
  for (;;) {
    const at = (low + high) / 2;
    if (at <= low || at >= high) return at;
    if (tangoScore(counts, at) > z) low = at;
    else high = at;
  }
}

/**
 * The two-sided score interval, -1..1, for the difference candidate less baseline of paired pass rates. Fractions
 * are allowed (effective counts). Its width is never 0; without pairs it is all of -1..1.
 * Impossible counts, and a confidence that is not between 0 and 1, are refused with a RangeError.
 * Source: Tango 1998, by bisection of the score.
 */
export function tangoInterval(counts: PairedCounts, confidence = 0.95): { low: number; high: number } {
  checkPairedCounts(counts);
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const { losses, gains, pairs } = counts;
  if (pairs === 0) return { low: -1, high: 1 };
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return { low: lowEnd(counts, z), high: -lowEnd({ losses: gains, gains: losses, pairs }, z) };
}
