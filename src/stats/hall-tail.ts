import { checkedClusters } from './checked-clusters.ts';
import { clusterSkewness } from './cluster-skewness.ts';
import { type Cluster, clusteredMean } from './clustered-mean.ts';
import { tTail } from './t-tail.ts';

/** Nearer than this to where it folds back (at 0), the cubic hardly rises, and p hardly falls with the losses. */
const leastSlope = 0.5;

/** ((1 + γw/3)³ - 1)/γ, written out: what `hallBound` takes the cube root of, turned round. */
const skewed = (skew: number, w: number) => w + (skew * w * w) / 3 + (skew * skew * w * w * w) / 27;

/**
 * The p value, 0..1, of the hypothesis that the mean of clustered (weighted) differences is `bound` or less: the level
 * at which the lower bound of `hallBound` reaches it. Null where it cannot say: for fewer than
 * two clusters, where all of them agree, and where the mean stands so far above the bound for its skewness that
 * 1 + γw/3 is one half or less: there the cubic goes flat, and one loss more could lower p. Throws `RangeError` for clusters that are not sound (`checkedClusters`).
 * Source: Hall 1992, the cubic transformation, on the CR2 error and degrees of freedom of Bell & McCaffrey 2002.
 */
export function hallTail(clusters: readonly Cluster[], bound: number): number | null {
  const sorted = checkedClusters(clusters);
  const { mean, standardError, df, clusters: groups } = clusteredMean(sorted);
  if (standardError === null || df === null || standardError === 0) return null;
  const skew = clusterSkewness(sorted, mean);
  const w = (mean - bound) / (standardError * Math.sqrt(groups));
  if (1 + (skew * w) / 3 <= leastSlope) return null;
  const k = skewed(skew, w) + skew / (6 * groups);
  return tTail(k * Math.sqrt(groups), df);
}
