import type { Cluster } from './clustered-mean.ts';

const byAll = (a: Cluster, b: Cluster) =>
  a.size - b.size || a.total - b.total || (a.count ?? 1) - (b.count ?? 1);

/**
 * The clusters in one order of their own, so that what is summed over them does not hang on the order they came in.
 * Throws `RangeError` when a size or a count is not above 0 or a number is not finite.
 */
export function checkedClusters(clusters: readonly Cluster[]): Cluster[] {
  for (const { size, total, count = 1 } of clusters) {
    const isSound = Number.isFinite(total) && size > 0 && size < Infinity && count > 0 && count < Infinity;
    if (!isSound) throw new RangeError(`no cluster has size ${size}, total ${total} and count ${count}`);
  }
  return [...clusters].sort(byAll);
}
