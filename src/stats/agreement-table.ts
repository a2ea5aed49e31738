import { demand } from './demand.ts';

/**
 * The sums of an agreement table: all cases, how often the first rater gave each rating (`rows`), and how often the
 * second (`columns`). Throws `RangeError` unless the table is square, has two categories or more, and holds whole
 * numbers, 0 or more.
 */
export function agreementTable(table: readonly (readonly number[])[]): {
  n: number;
  rows: number[];
  columns: number[];
} {
  demand(table.length >= 2, 'an agreement table has two categories or more');
  demand(
    table.every((row) => row.length === table.length),
    'an agreement table is square',
  );
  for (const count of table.flat())
    demand(Number.isSafeInteger(count) && count >= 0, 'counts are whole numbers, 0 or more');
  const add = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const rows = table.map(add);
  return { n: add(rows), rows, columns: table.map((_, j) => add(table.map((row) => row[j] as number))) };
}
