import { aboveStairs } from './above-stairs.ts';
import { binomialTail } from './binomial-tail.ts';
import { demand } from './demand.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

/** A share `discordance` of the pairs disagrees, and the true difference, candidate less baseline, is `effect`. */
export type FailPlan = { pairs: number; discordance: number; effect: number; alpha: number };

/** Above so many pairs the normal distribution stands for all outcomes. */
const most = 2000;

/** For each number of gains the least number of losses that McNemar's exact test calls worse. */
function failStairs(pairs: number, alpha: number): number[] {
  const stairs: number[] = [];
  let losses = 0;
  for (let gains = 0; gains <= pairs; gains++) {
    while (losses + gains <= pairs && binomialTail(losses, losses + gains, 0.5) > alpha) losses++;
    if (losses + gains > pairs) break;
    stairs.push(losses);
  }
  return stairs;
}

function approximate({ pairs, discordance, effect, alpha }: FailPlan): number {
  const bar = normalQuantile(1 - alpha) * Math.sqrt(discordance);
  const spread = Math.sqrt(discordance - effect ** 2);
  const reach = -effect * Math.sqrt(pairs) - bar;
  if (spread === 0) return reach > 0 ? 1 : 0;
  return normalCdf(reach / spread);
}

/**
 * The chance, 0..1, that McNemar's exact test calls the candidate worse at `alpha`: a sum over all outcomes up to 2000
 * pairs, and the normal approximation behind `casesToFail` above. That a PASS goes before a FAIL is left out. Shares
 * outside of their range, and an effect beyond the discordance, are refused with a RangeError.
 */
export function failPower(plan: FailPlan): number {
  const { pairs, discordance, effect, alpha } = plan;
  demand(Number.isInteger(pairs) && pairs >= 0, 'pairs are a whole number, 0 or more');
  demand(alpha > 0 && alpha < 1, 'alpha is between 0 and 1');
  demand(Math.abs(effect) <= discordance && discordance <= 1, 'an effect is within the discordance');
  if (pairs > most) return approximate(plan);
  const rates = { first: (discordance + effect) / 2, second: (discordance - effect) / 2 };
  return aboveStairs(failStairs(pairs, alpha), pairs, rates);
}
