import { checkedClusters } from './checked-clusters.ts';
import { clusterSkewness } from './cluster-skewness.ts';
import { type Cluster, clusteredMean } from './clustered-mean.ts';
import { tQuantile } from './t-quantile.ts';

/** (3/γ)·(∛(1 + γx) - 1) with x = k - γ/6G, written as 3x/(c² + c + 1) with c = ∛(1 + γx): exact at γ = 0 too. */
function unskewed(skew: number, k: number, groups: number): number {
  const x = k - skew / (6 * groups);
  const c = Math.cbrt(1 + skew * x);
  return (3 * x) / (c * c + c + 1);
}

/**
 * One-sided lower bound of the mean of clustered (weighted) differences, corrected for their skewness: rare large
 * losses push it down. `confidence` lies between 0 and 1. Null for fewer than two clusters, which tell no error.
 * When all clusters agree, the error is 0 and the bound is the mean itself: how few clusters may say so is for the
 * evidence floor of the gate. Throws `RangeError` for clusters that are not sound (`checkedClusters`).
 * Source: Hall 1992, the cubic transformation, on the CR2 error and degrees of freedom of Bell & McCaffrey 2002.
 */
export function hallBound(clusters: readonly Cluster[], confidence = 0.95): { low: number } | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`no confidence is ${confidence}`);
  const sorted = checkedClusters(clusters);
  const { mean, standardError, df, clusters: groups } = clusteredMean(sorted);
  if (standardError === null || df === null) return null;
  const k = tQuantile(confidence, df) / Math.sqrt(groups);
  const w = unskewed(clusterSkewness(sorted, mean), k, groups);
  return { low: mean - standardError * Math.sqrt(groups) * w };
}
