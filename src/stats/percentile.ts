/**
 * The value below or at which a share `p` (0..1) of the `sorted` values lies: the nearest rank, so that it is always
 * a value that was seen (Hyndman & Fan 1996, definition 1). `sorted` is ascending and not empty.
 */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  const rank = Math.ceil(p * sorted.length - 1e-9);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] as number;
}
