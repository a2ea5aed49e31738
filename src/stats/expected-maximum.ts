import { normalCdf } from './normal-cdf.ts';

/** Beyond this no largest of a million normals lies. */
const end = 12;
const steps = 4096;

/**
 * By how many standard errors the best of `k` equally good candidates looks better than it is, each measured with the
 * same error: the expected largest of `k` standard normals, 0 for one. Throws `RangeError` unless `k` is a whole number of
 * at least 1.
 * Source: David & Nagaraja 2003, section 3.1: E = ∫₀ (1 − Φ(x)^k − Φ(−x)^k) dx, here by Simpson's rule.
 */
export function expectedMaximum(k: number): number {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`${k} is no number of candidates`);
  if (k === 1) return 0;
  const width = end / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    const tail = normalCdf(-step * width);
    sum += weight * (-Math.expm1(k * Math.log1p(-tail)) - tail ** k);
  }
  return (sum * width) / 3;
}
