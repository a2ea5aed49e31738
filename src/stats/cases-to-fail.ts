import { demand } from './demand.ts';
import { evidenceFloor } from './evidence-floor.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * How many cases a FAIL needs with a chance of `power`, when a share `discordance` (0..1) of the pairs disagrees and
 * the candidate is truly worse by `drop` (above 0, at most the discordance):
 * ((z_alpha sqrt(discordance) + z_power sqrt(discordance - drop^2)) / drop)^2, rounded up, and no less than the
 * discordant pairs without which the exact test cannot reject. Else a RangeError.
 * Source: Connor 1987, "Sample size for testing differences in proportions for the paired-sample design" (one-sided).
 */
export function casesToFail(
  discordance: number,
  drop: number,
  { alpha = 0.05, power = 0.8 }: { alpha?: number; power?: number } = {},
): number {
  demand(discordance <= 1 && drop > 0, 'a drop is above 0, and a discordance at most 1');
  demand(drop <= discordance, 'a drop is no larger than the discordance');
  demand(power >= 0.5 && power < 1, 'a power is between one half and 1');
  const floor = evidenceFloor(0.5, alpha);
  const spread =
    normalQuantile(1 - alpha) * Math.sqrt(discordance) +
    normalQuantile(power) * Math.sqrt(discordance - drop ** 2);
  return Math.max(floor, Math.ceil((spread / drop) ** 2));
}
