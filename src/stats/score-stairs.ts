import { tangoScore } from './tango-score.ts';

/** Scores that are equal on paper may differ by a rounding error. */
const rounding = 1e-10;

/**
 * For each number of losses, from 0 on, the least number of gains with which the Tango score against a difference of
 * -`margin` is at least `score`; it ends where no number of gains is enough. The score rises with each gain and falls
 * with each loss, so that one walk along the edge finds all.
 */
export function scoreStairs(pairs: number, margin: number, score: number): Int32Array {
  const stairs = new Int32Array(pairs + 1);
  const least = score - rounding * Math.max(1, Math.abs(score));
  let gains = 0;
  for (let losses = 0; losses <= pairs; losses++) {
    while (losses + gains <= pairs && tangoScore({ losses, gains, pairs }, -margin) < least) gains++;
    if (losses + gains > pairs) return stairs.subarray(0, losses);
    stairs[losses] = gains;
  }
  return stairs;
}
