import { demand } from './demand.ts';
import { evidenceFloor } from './evidence-floor.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * How many cases a PASS within `margin` (0..1) needs with a chance of `power`, when a share `discordance` of the
 * pairs disagrees and the true difference is `effect` (candidate less baseline, 0 for an unchanged candidate):
 * (z_alpha + z_power)^2 (discordance - effect^2) / (effect + margin)^2, rounded up, and no less than the evidence floor.
 * Infinity where the candidate is truly worse by the margin or more. An effect beyond the discordance, and shares
 * outside of their range, are refused with a RangeError.
 * Source: Liu et al. 2002, Tests for equivalence or non-inferiority for paired binary data (asymptotic form).
 */
export function casesToPass(
  discordance: number,
  margin: number,
  { alpha = 0.05, power = 0.8, effect = 0 }: { alpha?: number; power?: number; effect?: number } = {},
): number {
  demand(discordance >= 0 && discordance <= 1, 'a discordance is between 0 and 1');
  demand(Math.abs(effect) <= discordance, 'a difference is no larger than the discordance');
  demand(power >= 0.5 && power < 1, 'a power is between one half and 1');
  const floor = evidenceFloor(margin, alpha);
  if (effect + margin <= 0) return Number.POSITIVE_INFINITY;
  const z = normalQuantile(1 - alpha) + normalQuantile(power);
  const cases = (z ** 2 * (discordance - effect ** 2)) / (effect + margin) ** 2;
  return Math.max(floor, Math.ceil(cases));
}
