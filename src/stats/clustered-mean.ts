import { tQuantile } from './t-quantile.ts';

/** Rows that belong together. `size` is their number, or the sum of their weights; `total` the (weighted) sum of their values. */
export type Cluster = {
  size: number;
  total: number;
  /** So many clusters are just like this one; 1 when undefined. */
  count?: number;
};

/** Null stands for what one cluster cannot tell. */
export type ClusteredMean = {
  mean: number;
  standardError: number | null;
  df: number | null;
  low: number | null;
  high: number | null;
  clusters: number;
};

const sum = (clusters: readonly Cluster[], of: (cluster: Cluster) => number) =>
  clusters.reduce((total, cluster) => total + (cluster.count ?? 1) * of(cluster), 0);

/** tr(B)²/tr(B²) in one pass: B has the form diagonal plus rank one, so no matrix is needed. */
function degreesOfFreedom(clusters: readonly Cluster[], n: number): number {
  const square = (cluster: Cluster) => 1 / (1 - cluster.size / n) / (n * n);
  const diagonal = (cluster: Cluster) => square(cluster) * cluster.size * (1 - cluster.size / n);
  const outer = (cluster: Cluster) => (square(cluster) * cluster.size * cluster.size) / n;
  const trace = sum(clusters, diagonal);
  const offDiagonal = sum(clusters, outer) ** 2 - sum(clusters, (cluster) => outer(cluster) ** 2);
  return trace ** 2 / (sum(clusters, (cluster) => diagonal(cluster) ** 2) + offDiagonal);
}

/**
 * The mean over clustered (and weighted) rows with its standard error and t interval. With clusters of one row
 * it is the plain mean and its t interval. One cluster alone tells no error: those fields are null.
 * Source: CR2 variance and Satterthwaite degrees of freedom of Bell & McCaffrey 2002, for a model with only a mean.
 */
export function clusteredMean(clusters: readonly Cluster[], confidence = 0.95): ClusteredMean {
  const n = sum(clusters, (cluster) => cluster.size);
  const mean = sum(clusters, (cluster) => cluster.total) / n;
  const groups = sum(clusters, () => 1);
  if (groups < 2) return { mean, standardError: null, df: null, low: null, high: null, clusters: groups };
  const square = (cluster: Cluster) => (cluster.total - mean * cluster.size) ** 2 / (1 - cluster.size / n);
  const standardError = Math.sqrt(sum(clusters, square)) / n;
  const df = degreesOfFreedom(clusters, n);
  const half = tQuantile(1 - (1 - confidence) / 2, df) * standardError;
  return { mean, standardError, df, low: mean - half, high: mean + half, clusters: groups };
}
