import { aboveStairs } from './above-stairs.ts';
import { criticalScore } from './critical-score.ts';
import { demand } from './demand.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';
import { scoreStairs } from './score-stairs.ts';

/** A share `discordance` of the pairs disagrees, and the true difference, candidate less baseline, is `effect`. */
export type PassPlan = { pairs: number; discordance: number; effect: number; margin: number; alpha: number };

/** Above so many pairs the normal distribution stands for all outcomes. */
const most = 2000;

function approximate({ pairs, discordance, effect, margin, alpha }: PassPlan): number {
  const error = Math.sqrt((discordance - effect ** 2) / pairs);
  return normalCdf((effect + margin) / error - normalQuantile(1 - alpha));
}

/**
 * The chance, 0..1, that `exactNonInferiority` is significant at `alpha`: a sum over all outcomes up to 2000 pairs,
 * and the normal approximation behind `casesToPass` above. Shares outside of their range, and an effect beyond the
 * discordance, are refused with a RangeError.
 */
export function passPower(plan: PassPlan): number {
  const { pairs, discordance, effect, margin, alpha } = plan;
  demand(Number.isInteger(pairs) && pairs >= 0, 'pairs are a whole number, 0 or more');
  demand(margin > 0 && margin < 1 && alpha > 0 && alpha < 1, 'margin and alpha are between 0 and 1');
  demand(Math.abs(effect) <= discordance && discordance <= 1, 'an effect is within the discordance');
  if (pairs > most) return approximate(plan);
  const score = criticalScore(pairs, margin, alpha);
  if (score === null) return 0;
  const rates = { first: (discordance - effect) / 2, second: (discordance + effect) / 2 };
  return aboveStairs(scoreStairs(pairs, margin, score), pairs, rates);
}
