import { aboveStairs } from './above-stairs.ts';
import { goldenPeak } from './golden-peak.ts';
import { scoreStairs } from './score-stairs.ts';

/**
 * So many rates of gains are tried, closer together at both ends: there the gains, or the pairs that agree, are so few
 * that each one moves the probability.
 */
const steps = 120;

/**
 * The probability, 0..1, of a Tango score of at least `score` when the candidate is truly worse by `margin`: the
 * greatest over all rates of gains, as nobody knows that rate.
 * Source: Hsueh, Liu & Chen 2001 (exact unconditional test), which takes the greatest of the whole range.
 */
export function scoreTail(pairs: number, margin: number, score: number): number {
  const stairs = scoreStairs(pairs, margin, score);
  const at = (angle: number) => {
    const second = ((1 - margin) / 2) * Math.sin((angle * Math.PI) / 2) ** 2;
    return aboveStairs(stairs, pairs, { first: margin + second, second });
  };
  const values = Array.from({ length: steps + 1 }, (_, step) => at(step / steps));
  const highest = values.indexOf(Math.max(...values));
  const peak = goldenPeak(at, Math.max(0, highest - 1) / steps, Math.min(steps, highest + 1) / steps);
  return Math.max(values[highest]!, peak);
}
