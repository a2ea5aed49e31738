import { checkedClusters } from './checked-clusters.ts';
import { type Cluster, clusteredMean } from './clustered-mean.ts';
import { tTail } from './t-tail.ts';

/** How far above the bound a cluster is, in the size of the widest, and how many are so. */
type Gap = readonly [gap: number, count: number];

/** Clusters that are alike are one line. */
function toGaps(clusters: readonly Cluster[], bound: number): Gap[] {
  const widest = clusters.reduce((most, { size }) => Math.max(most, size), 0);
  const gaps = new Map<number, number>();
  for (const { size, total, count = 1 } of clusters) {
    const gap = (total - bound * size) / widest;
    gaps.set(gap, (gaps.get(gap) ?? 0) + count);
  }
  return [...gaps];
}

/** What a stake on each cluster being above the bound makes of 1, as a logarithm, and its slope. */
function growth(gaps: readonly Gap[], stake: number) {
  let log = 0;
  let slope = 0;
  for (const [gap, count] of gaps) {
    log += count * Math.log1p(stake * gap);
    slope += (count * gap) / (1 + stake * gap);
  }
  return { log, slope };
}

/** The most that any stake makes, below the one with which the worst possible cluster would lose all. */
function mostGrowth(gaps: readonly Gap[], top: number): number {
  let low = 0;
  let high = top * (1 - 1e-9);
  while (high - low > 1e-10 * top) {
    const at = (low + high) / 2;
    if (growth(gaps, at).slope > 0) low = at;
    else high = at;
  }
  return Math.max(0, growth(gaps, low).log);
}

/**
 * The p value, 0..1, of the hypothesis that the mean of clustered differences, each in -1..1, is `bound` (above -1,
 * below 1) or less: the likelihood ratio over all distributions on -1..1, its signed root held against t. A total
 * failure that was not seen is among these distributions, so that it stays above 0 where nothing scatters; and it never
 * goes up when a difference does. With clusters of uneven size it holds as well, and sees less than `hallTail`.
 * Null for fewer than two clusters. Throws `RangeError` for clusters that are not sound (`checkedClusters`).
 * Source: Owen 1988 (empirical likelihood for a mean); Honda & Takemura 2010 (its dual on a bounded support);
 * Bell & McCaffrey 2002 for the degrees of freedom.
 */
export function boundedMeanTail(clusters: readonly Cluster[], bound: number): number | null {
  const sorted = checkedClusters(clusters);
  const { df } = clusteredMean(sorted);
  if (df === null) return null;
  const gaps = toGaps(sorted, bound);
  const isAbove = growth(gaps, 0).slope >= 0;
  const log = isAbove
    ? mostGrowth(gaps, 1 / (1 + bound))
    : mostGrowth(
        gaps.map(([gap, count]) => [-gap, count] as const),
        1 / (1 - bound),
      );
  const tail = tTail(Math.sqrt(2 * log), df);
  return isAbove ? tail : 1 - tail;
}
