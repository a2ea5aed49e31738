/**
 * What two sets share, of all that either holds: 0 where nothing is common, 1 where they are the same, also for two
 * empty ones. The numbers of each stand once and in rising order. Source: Broder 1997 ("resemblance").
 */
export function jaccard(left: Uint32Array, right: Uint32Array): number {
  if (left.length + right.length === 0) return 1;
  let [a, b, common] = [0, 0, 0];
  while (a < left.length && b < right.length) {
    const [first, second] = [left[a]!, right[b]!];
    if (first === second) common++;
    if (first <= second) a++;
    if (second <= first) b++;
  }
  return common / (left.length + right.length - common);
}
