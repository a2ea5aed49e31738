import { agreementTable } from './agreement-table.ts';
import { correctedAgreement } from './corrected-agreement.ts';
import { tQuantile } from './t-quantile.ts';

/** `ac1` and its limits are -1..1; null for what the table cannot tell. */
export type GwetAc1 = { ac1: number | null; low: number; high: number; se: number | null };

/**
 * Gwet's AC1 of two raters, which does not collapse as kappa does where nearly all cases are of one category. `table` is
 * square: a row for each category of the first rater, a column for each of the second, in the same order; it holds
 * numbers of cases. A category that nobody chose counts too: chance would have chosen it.
 * The interval is by t with one degree of freedom less than there are cases, which are taken for a sample of a large
 * population. Without cases AC1 is null, with limits of -1 and 1; where the standard error would be 0 the limits are
 * those of `correctedAgreement`.
 * Throws `RangeError` for a table that is not square, smaller than 2 by 2 or not of whole numbers, and unless the
 * confidence is between 0 and 1.
 * Source: Gwet 2008, the variance for two raters without its finite population correction; t as in his own program
 * (irrCAC, `gwet.ac1.table`).
 */
export function gwetAc1(table: readonly (readonly number[])[], confidence = 0.95): GwetAc1 {
  const { n, rows, columns } = agreementTable(table);
  const others = table.length - 1;
  const shares = rows.map((count, i) => (count + (columns[i] as number)) / (2 * n));
  const correction = {
    weight: (i: number, j: number) => Number(i === j),
    chance: shares.reduce((sum, share) => sum + share * (1 - share), 0) / others,
    slope: (i: number, j: number) => (2 - (shares[i] as number) - (shares[j] as number)) / others,
    quantile: (p: number) => tQuantile(p, n - 1),
  };
  const { value, low, high, se } = correctedAgreement(table, correction, confidence);
  return { ac1: value, low, high, se };
}
