/** Keeps the smallest items that come by, in order. */
export type Smallest<T> = { add(item: T): void; wants(item: T): boolean; items(): T[] };

/**
 * Keeps the `limit` smallest items, whatever the order in which they come: memory stays bounded and a shuffled
 * journal gives the same result. `compare` must be a total order.
 */
export function smallest<T>(limit: number, compare: (a: T, b: T) => number): Smallest<T> {
  const kept: T[] = [];
  const wants = (item: T) => kept.length < limit || compare(item, kept[kept.length - 1] as T) < 0;
  return {
    wants,
    add(item) {
      if (!wants(item)) return;
      kept.splice(place(kept, item, compare), 0, item);
      if (kept.length > limit) kept.pop();
    },
    items: () => [...kept],
  };
}

function place<T>(kept: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(kept[middle] as T, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
