import { binomialMass } from './binomial-mass.ts';
import { binomialTail } from './binomial-tail.ts';
import { demand } from './demand.ts';

/** The three p values, 0..1, of a comparison in pairs. */
export type McNemar = {
  /** One-sided and exact: is the candidate worse? */
  worse: number;
  /** Two-sided and exact: is there any difference? */
  different: number;
  /** Two-sided, with half of the weight of what was seen: less careful than the exact one, and nearer to its level. */
  midP: number;
};

/**
 * McNemar's exact test on the discordant pairs: whole numbers, 0 or more, else a RangeError. Without any, all are 1.
 * Source: McNemar 1947; mid-p of Fagerland, Lydersen & Laake 2013.
 */
export function mcnemar(losses: number, gains: number): McNemar {
  demand(Number.isInteger(losses) && losses >= 0, 'losses are a whole number, 0 or more');
  demand(Number.isInteger(gains) && gains >= 0, 'gains are a whole number, 0 or more');
  const discordant = losses + gains;
  const most = Math.max(losses, gains);
  const tail = binomialTail(most, discordant, 0.5);
  return {
    worse: binomialTail(losses, discordant, 0.5),
    different: Math.min(1, 2 * tail),
    midP: Math.min(1, 2 * tail - binomialMass(most, discordant, 0.5)),
  };
}
