import { demand } from './demand.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * P(X >= k), 0..1, for X binomial of `n` (a whole number, n >= 0) trials with success rate `p` (0..1); a `k` between
 * two whole numbers counts as the upper one. Anything else is refused with a RangeError.
 * Source: DLMF 8.17.5, by the incomplete beta function.
 */
export function binomialTail(k: number, n: number, p: number): number {
  demand(Number.isInteger(n) && n >= 0, 'trials are a whole number, 0 or more');
  demand(p >= 0 && p <= 1 && !Number.isNaN(k), 'k is a number, and p is between 0 and 1');
  const least = Math.ceil(k);
  if (least <= 0) return 1;
  if (least > n) return 0;
  return incompleteBeta(p, least, n - least + 1);
}
