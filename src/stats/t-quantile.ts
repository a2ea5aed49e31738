import { normalQuantile } from './normal-quantile.ts';
import { tTail } from './t-tail.ts';

/**
 * The t below which a share `p` (0..1) of Student's distribution with `df` > 0 degrees of freedom (a fraction is
 * allowed) lies, by bisection on ln t. Above 10^7 degrees it is the normal distribution's.
 */
export function tQuantile(p: number, df: number): number {
  if (df > 1e7) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p < 0.5) return -tQuantile(1 - p, df);
  if (p >= 1) return Number.POSITIVE_INFINITY;
  let low = -50;
  let high = 700;
  while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
    const at = (low + high) / 2;
    if (at === low || at === high) break;
    if (tTail(Math.exp(at), df) > 1 - p) low = at;
    else high = at;
  }
  return Math.exp((low + high) / 2);
}
