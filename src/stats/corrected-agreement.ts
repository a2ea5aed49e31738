import { demand } from './demand.ts';
import { wilson } from './wilson.ts';

/** A coefficient of agreement, -1..1; null for what the table cannot tell. */
export type CorrectedAgreement = {
  value: number | null;
  low: number;
  high: number;
  se: number | null;
};

/** What makes one coefficient another. Categories are counted from 0. */
export type Correction = {
  /** How far rating `i` by the one and `j` by the other agree: 1 for the same rating, 0 for none at all. */
  weight: (i: number, j: number) => number;
  /** The agreement, 0..1, that comes about by chance. */
  chance: number;
  /** The slope of `chance` in the share of the cell `i`, `j`. A constant more or less changes nothing. */
  slope: (i: number, j: number) => number;
  /** The quantile that the standard error is stretched by, such as the normal one. */
  quantile: (p: number) => number;
};

/** Less than this is the rounding error of a variance that is 0. */
const nothing = 1e-26;

const sum = (table: readonly (readonly number[])[], of: (i: number, j: number) => number) =>
  table.reduce((all, row, i) => all + row.reduce((part, count, j) => part + count * of(i, j), 0), 0);

/**
 * (A - E) / (1 - E) for the agreement A of two raters and the agreement by chance E, with its large-sample standard
 * error, by the delta method on the multinomial table, and a two-sided interval, held to -1..1. `table` is square and
 * holds whole numbers: a row for each rating by the one rater, a column for each by the other. With E = 1, as without
 * cases, it cannot be told: null, and limits of -1 and 1.
 * Where the standard error comes out as 0, as when all agree, it is null and the limits are those of Wilson for A, with
 * E held: so many cases that agree do not exclude one that does not.
 * Throws `RangeError` unless the confidence is between 0 and 1.
 * Source: the delta method (Agresti 2013, section 16.1); Wilson 1927 on Cohen's 1960 variance, in which E is held.
 */
export function correctedAgreement(
  table: readonly (readonly number[])[],
  { weight, chance, slope, quantile }: Correction,
  confidence: number,
): CorrectedAgreement {
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const n = sum(table, () => 1);
  if (n === 0 || chance >= 1) return { value: null, low: -1, high: 1, se: null };
  const agreed = sum(table, weight);
  const corrected = (agreement: number) => Math.max(-1, Math.min(1, (agreement - chance) / (1 - chance)));
  const value = corrected(agreed / n);
  const pull = (i: number, j: number) => weight(i, j) - (1 - value) * slope(i, j);
  const mean = sum(table, pull) / n;
  const variance = sum(table, (i, j) => (pull(i, j) - mean) ** 2) / n;
  if (variance < nothing) {
    const { low, high } = wilson(agreed, n, confidence);
    return { value, low: corrected(low), high: corrected(high), se: null };
  }
  const se = Math.sqrt(variance / n) / (1 - chance);
  const half = quantile(1 - (1 - confidence) / 2) * se;
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), se };
}
