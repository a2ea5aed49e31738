import type { Cluster } from './clustered-mean.ts';

/**
 * mean(u³)/mean(u²)^1.5 of what each cluster adds to the mean; 0 where no cluster is off the mean.
 * Source: Hall 1992.
 */
export function clusterSkewness(clusters: readonly Cluster[], mean: number): number {
  let number = 0;
  let squares = 0;
  let cubes = 0;
  const widest = clusters.reduce((most, { total, size }) => Math.max(most, Math.abs(total - mean * size)), 0);
  if (widest === 0) return 0;
  for (const { total, size, count = 1 } of clusters) {
    const off = (total - mean * size) / widest;
    number += count;
    squares += count * off * off;
    cubes += count * off * off * off;
  }
  return cubes / number / (squares / number) ** 1.5;
}
