/**
 * What hangs together: for each of 0..count-1 the least number that it is tied to, over any number of ties; itself when
 * there is none. The order of the ties changes nothing.
 */
export function connected(count: number, ties: Iterable<readonly [number, number]>): number[] {
  const above = Array.from({ length: count }, (_, index) => index);
  const top = (index: number): number => {
    let at = index;
    while (above[at] !== at) {
      above[at] = above[above[at]!]!;
      at = above[at]!;
    }
    return at;
  };
  for (const [left, right] of ties) {
    const [a, b] = [top(left), top(right)];
    above[Math.max(a, b)] = Math.min(a, b);
  }
  return above.map((_, index) => top(index));
}
