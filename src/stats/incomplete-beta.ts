import { binomialDensity } from './binomial-density.ts';

const tiny = 1e-300;
const away = (x: number) => (Math.abs(x) < tiny ? tiny : x);

/** Lentz's evaluation of the continued fraction; needs about sqrt(max(a, b)) steps. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The regularised incomplete beta function I_x(a, b), 0..1, for a, b > 0 and 0 <= x <= 1.
 * Source: DLMF 8.17.22 by the modified Lentz method (Thompson & Barnett 1986), prefix by Loader 2000.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerPart(1 - x, b, a);
  return lowerPart(x, a, b);
}

function lowerPart(x: number, a: number, b: number): number {
  return binomialDensity(a, b, x) * (b / (a + b)) * continuedFraction(x, a, b);
}
