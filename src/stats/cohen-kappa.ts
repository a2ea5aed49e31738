import { agreementTable } from './agreement-table.ts';
import { correctedAgreement } from './corrected-agreement.ts';
import { normalQuantile } from './normal-quantile.ts';

/** `kappa` and its limits are -1..1; null for what the table cannot tell. */
export type CohenKappa = { kappa: number | null; low: number; high: number; se: number | null };

/**
 * Cohen's kappa of two raters with its large-sample standard error and a normal interval. `table` is square: a row for
 * each category of the first rater, a column for each of the second, in the same order; it holds numbers of cases.
 * With `quadratic` weights the categories are steps of one scale: ratings that are d steps of q - 1 apart agree by
 * 1 - (d / (q - 1))²; without weights they agree or do not.
 * Kappa is null, with limits of -1 and 1, where all cases are in one cell of the diagonal, and without cases. Where the
 * standard error would be 0 the limits are those of `correctedAgreement`. With a rare category both kappa and its
 * standard error are too small: nothing should hang on them alone.
 * Throws `RangeError` for a table that is not square, smaller than 2 by 2 or not of whole numbers, and unless the
 * confidence is between 0 and 1.
 * Source: Cohen 1960, 1968; standard errors of Fleiss, Cohen & Everitt 1969.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  confidence = 0.95,
  weights?: 'quadratic',
): CohenKappa {
  const { n, rows, columns } = agreementTable(table);
  const steps = table.length - 1;
  const weight = (i: number, j: number) =>
    weights === 'quadratic' ? 1 - ((i - j) / steps) ** 2 : Number(i === j);
  /** How far a rating of one rater agrees with all of the other's, in cases. */
  const beside = (i: number, other: readonly number[]) =>
    other.reduce((sum, count, j) => sum + count * weight(i, j), 0);
  const byRow = rows.map((_, i) => beside(i, columns));
  const byColumn = columns.map((_, j) => beside(j, rows));
  const chance = rows.reduce((sum, count, i) => sum + count * (byRow[i] as number), 0) / (n * n);
  const slope = (i: number, j: number) => ((byRow[i] as number) + (byColumn[j] as number)) / n;
  const correction = { weight, chance, slope, quantile: normalQuantile };
  const { value, low, high, se } = correctedAgreement(table, correction, confidence);
  return { kappa: value, low, high, se };
}
