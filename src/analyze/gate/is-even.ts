import type { Cluster } from '../../stats/clustered-mean.ts';

/** Whether the clusters are all of one size. */
export const isEven = (clusters: readonly Cluster[]): boolean =>
  clusters.every(({ size }) => size === clusters[0]?.size);
