import { scoreTail } from './score-tail.ts';
import { tangoScore } from './tango-score.ts';

/**
 * The least Tango score with which the exact test of non-inferiority within `margin` is significant at `alpha`, to
 * 10^-9; null where no outcome of so many pairs is.
 */
export function criticalScore(pairs: number, margin: number, alpha: number): number | null {
  let low = tangoScore({ losses: pairs, gains: 0, pairs }, -margin);
  let high = tangoScore({ losses: 0, gains: pairs, pairs }, -margin);
  if (scoreTail(pairs, margin, high) > alpha) return null;
  while (high - low > 1e-9) {
    const at = (low + high) / 2;
    if (scoreTail(pairs, margin, at) > alpha) low = at;
    else high = at;
  }
  return high;
}
