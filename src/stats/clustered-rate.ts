import { type Cluster, clusteredMean } from './clustered-mean.ts';
import { kishSize } from './kish-size.ts';
import { normalQuantile } from './normal-quantile.ts';
import { tQuantile } from './t-quantile.ts';
import { wilson } from './wilson.ts';

/** `n` is the effective number of independent rows that the interval stands on. */
export type ClusteredRate = { rate: number; low: number; high: number; n: number; df: number | null };

/**
 * A share of clustered (and weighted) rows, each 0 or 1, with Wilson's interval on the effective number of rows.
 * `rows` is their real number: more than that the effective number never is. One cluster alone gives 0 to 1.
 * Source: the effective-sample idea of Korn & Graubard 1998 on the CR2 standard error; Kish 1965 at 0 and 1.
 */
export function clusteredRate(clusters: readonly Cluster[], rows: number, confidence = 0.95): ClusteredRate {
  const { mean, standardError, df } = clusteredMean(clusters, confidence);
  if (standardError === null || df === null) return { rate: mean, low: 0, high: 1, n: 1, df: null };
  const tail = 1 - (1 - confidence) / 2;
  const shrink = (normalQuantile(tail) / tQuantile(tail, df)) ** 2;
  const spread = mean * (1 - mean);
  const isUniform = standardError === 0 || spread <= 0;
  const independent = isUniform ? kishSize(clusters) : Math.min(rows, spread / standardError ** 2);
  const n = independent * shrink;
  return { rate: mean, ...wilson(n * mean, n, confidence), n, df };
}
