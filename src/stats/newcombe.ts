import { demand } from './demand.ts';
import { wilson } from './wilson.ts';

/** `passed` of `of`; fractions are allowed (effective counts). */
export type Share = { passed: number; of: number };

/**
 * The interval, -1..1, for the difference of two independent pass rates, candidate less baseline: for a baseline of
 * which only the totals are known. Its width is never 0. Impossible counts (more than a rounding error beyond all) and a
 * confidence that is not between 0 and 1 are refused with a RangeError.
 * Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10.
 */
export function newcombe(
  candidate: Share,
  baseline: Share,
  confidence = 0.95,
): { low: number; high: number } {
  for (const { passed, of } of [candidate, baseline]) {
    demand(
      passed >= 0 && of > 0 && passed <= of * (1 + 1e-9),
      'the passed are between 0 and all, and there is at least one',
    );
  }
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const now = {
    rate: candidate.passed / candidate.of,
    ...wilson(candidate.passed, candidate.of, confidence),
  };
  const then = { rate: baseline.passed / baseline.of, ...wilson(baseline.passed, baseline.of, confidence) };
  const difference = now.rate - then.rate;
  return {
    low: Math.max(-1, difference - Math.hypot(now.rate - now.low, then.high - then.rate)),
    high: Math.min(1, difference + Math.hypot(now.high - now.rate, then.rate - then.low)),
  };
}
