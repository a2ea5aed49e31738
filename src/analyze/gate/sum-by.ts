import { exactSum } from '../../stats/exact-sum.ts';

/** The sum over the items, rounded once: their order changes nothing. Whole numbers need no such care. */
export function sumBy<T>(items: readonly T[], of: (item: T) => number): number {
  let whole = 0;
  for (const item of items) whole += of(item);
  if (Number.isSafeInteger(whole) && items.every((item) => Number.isInteger(of(item)))) return whole;
  const sum = exactSum();
  for (const item of items) sum.add(of(item));
  return sum.end();
}
