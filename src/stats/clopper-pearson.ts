import { betaQuantile } from './beta-quantile.ts';

/**
 * The exact two-sided interval, 0..1, for `k` of `n` (whole numbers, n > 0): it covers at least `confidence`.
 * Source: Clopper & Pearson 1934, by quantiles of the beta distribution.
 */
export function clopperPearson(k: number, n: number, confidence = 0.95): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  };
}
