import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval, 0..1, for `k` of `n` (fractions are allowed: effective counts), n > 0.
 * The low end is exactly 0 at k = 0 and the high end exactly 1 at k = n; the width is never 0.
 * Source: Wilson 1927; recommended by Brown, Cai & DasGupta 2001.
 */
export function wilson(k: number, n: number, confidence = 0.95): { low: number; high: number } {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const p = k / n;
  const q = (n - k) / n;
  const center = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * q) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: k <= 0 ? 0 : Math.max(0, (center - half) / scale),
    high: k >= n ? 1 : Math.min(1, (center + half) / scale),
  };
}
