import { casesToFail } from './cases-to-fail.ts';
import { demand } from './demand.ts';

/**
 * The smallest true drop (above 0, at most 1) that so many pairs show as a FAIL with a chance of `power`; null where
 * they are too few for any. A share `discordance` (0..1) of the pairs disagrees; a drop beyond it brings its own
 * losses, so there every disagreement is a loss. Shares outside of their range are refused with a RangeError.
 * Source: `casesToFail` (Connor 1987) turned round, by bisection.
 */
export function detectableDrop(
  discordance: number,
  pairs: number,
  options: { alpha?: number; power?: number } = {},
): number | null {
  demand(discordance >= 0 && discordance <= 1, 'a discordance is between 0 and 1');
  demand(pairs >= 0, 'pairs are a number, 0 or more');
  const isSeen = (drop: number) => casesToFail(Math.max(discordance, drop), drop, options) <= pairs;
  if (!isSeen(1)) return null;
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const at = (low + high) / 2;
    if (isSeen(at)) high = at;
    else low = at;
  }
  return high;
}
