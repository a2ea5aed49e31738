import { checkedClusters } from './checked-clusters.ts';
import type { Cluster } from './clustered-mean.ts';

/**
 * (Σn)²/Σn²: the number of equal clusters that would say as much; at least 1, at most the number of clusters.
 * Throws `RangeError` when there are none or one is not sound (`checkedClusters`). Source: Kish 1965.
 */
export function kishSize(clusters: readonly Cluster[]): number {
  if (clusters.length === 0) throw new RangeError('no clusters, so no number of them');
  let total = 0;
  let squares = 0;
  for (const { size, count = 1 } of checkedClusters(clusters)) {
    total += count * size;
    squares += count * size * size;
  }
  return (total * total) / squares;
}
