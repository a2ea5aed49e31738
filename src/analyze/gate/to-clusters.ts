import { checkedClusters } from '../../stats/checked-clusters.ts';
import type { Cluster } from '../../stats/clustered-mean.ts';
import type { PairValue } from './pair-value.ts';
import { sumBy } from './sum-by.ts';

/** A total that is this small against its weights is the rounding of a sum: nothing moved. */
const rounding = 1e-12;

const settled = ({ size, total }: Cluster): Cluster => ({
  size,
  total: Math.abs(total) <= rounding * size ? 0 : total,
});

/**
 * The pairs by their groups, a pair without one by itself: `size` is the sum of weights, `total` that of the weighted
 * differences, candidate less baseline. They come in an order of their own, whatever that of the pairs.
 */
export function toClusters(pairs: readonly PairValue[]): Cluster[] {
  const groups = new Map<string, PairValue[]>();
  const alone: Cluster[] = [];
  for (const pair of pairs) {
    const { group, weight, candidate, baseline } = pair;
    const there = group === undefined ? undefined : groups.get(group);
    if (there) there.push(pair);
    else if (group !== undefined) groups.set(group, [pair]);
    else alone.push({ size: weight, total: weight * (candidate - baseline) });
  }
  const grouped = [...groups.values()].map((group) => ({
    size: sumBy(group, ({ weight }) => weight),
    total: sumBy(group, ({ weight, candidate, baseline }) => weight * (candidate - baseline)),
  }));
  return checkedClusters([...alone, ...grouped].map(settled));
}
