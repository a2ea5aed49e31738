import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The x with I_x(a, b) = p, for a, b > 0 and 0 <= p <= 1, by bisection on logit(x).
 * The smaller tail is compared, so that values near 0 and near 1 keep their digits.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = -750;
  let high = 750;
  while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
    const at = (low + high) / 2;
    if (at === low || at === high) break;
    const x = 1 / (1 + Math.exp(-at));
    const rest = 1 / (1 + Math.exp(at));
    const isBelow = p <= 0.5 ? incompleteBeta(x, a, b) < p : incompleteBeta(rest, b, a) > 1 - p;
    if (isBelow) low = at;
    else high = at;
  }
  return 1 / (1 + Math.exp(-(low + high) / 2));
}
