import { demand } from './demand.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normalCdf } from './normal-cdf.ts';

/**
 * The upper tail P(T > t), 0..1, of Student's distribution with `df` > 0 degrees of freedom (a fraction is allowed),
 * in the form that keeps the digits of a small tail. Above 10^7 degrees it is the normal distribution's.
 * A NaN, and degrees of freedom that are not above 0, are refused with a RangeError.
 * Source: DLMF 8.17 and Abramowitz & Stegun 26.7.1.
 */
export function tTail(t: number, df: number): number {
  demand(df > 0 && !Number.isNaN(t), 't is a number, and degrees of freedom are above 0');
  if (df > 1e7) return normalCdf(-t);
  if (t < 0) return 1 - tTail(-t, df);
  if (t * t > df) return incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return 0.5 - incompleteBeta((t * t) / (df + t * t), 0.5, df / 2) / 2;
}
