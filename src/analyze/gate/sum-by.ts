import { exactSum } from '../../stats/exact-sum.ts';

/** The sum over the items, rounded once: their order changes nothing. */
export function sumBy<T>(items: Iterable<T>, of: (item: T) => number): number {
  const sum = exactSum();
  for (const item of items) sum.add(of(item));
  return sum.end();
}
