import { demand } from './demand.ts';

/** `alpha` is 1 where all agree and about 0 where chance would agree as well; null where it cannot be told. */
export type KrippendorffAlpha = {
  alpha: number | null;
  /** How many units have two ratings or more. */
  units: number;
  /** How many ratings these units have. */
  pairable: number;
};

/** How often each value was given, the lowest value first. */
function tally(values: readonly number[]): [value: number, count: number][] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** The place of each value among all: how many lie below it, and half of those that are the same. */
function places(counts: readonly [value: number, count: number][]): (value: number) => number {
  const found = new Map<number, number>();
  let below = 0;
  for (const [value, count] of counts) {
    found.set(value, below + count / 2);
    below += count;
  }
  return (value) => found.get(value) as number;
}

/** The sum of the differences over all pairs of values. */
function disagreement(values: readonly number[], difference: (a: number, b: number) => number): number {
  const counts = tally(values);
  let sum = 0;
  for (const [i, [a, many]] of counts.entries())
    for (let j = 0; j < i; j++) {
      const [b, more] = counts[j] as [number, number];
      sum += many * more * difference(a, b);
    }
  return sum;
}

function checkRatings(ratings: readonly (readonly (number | null)[])[]): void {
  for (const row of ratings) {
    demand(row.length === ratings[0]?.length, 'every unit has a place for every rater');
    for (const rating of row)
      demand(rating === null || Number.isFinite(rating), 'a rating is a finite number or null');
  }
}

/**
 * Krippendorff's alpha, at most 1: a row of `ratings` is a unit, a column a rater, null a rating that is missing. Units
 * with fewer than two ratings say nothing of agreement and are left out. Two values of a `nominal` scale differ or do
 * not; of an `interval` scale they differ by the square of their distance; of an `ordinal` one by the square of how many
 * ratings lie from the one to the other, of those that are the same as either of them half. It is null where nothing can
 * be paired or all values are the same.
 * Throws `RangeError` for rows of different lengths and for a rating that is not a finite number.
 * Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability".
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  level: 'nominal' | 'ordinal' | 'interval',
): KrippendorffAlpha {
  checkRatings(ratings);
  const rated = ratings.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length > 1);
  const known = { units: rated.length, pairable: rated.flat().length };
  const place = level === 'ordinal' ? places(tally(rated.flat())) : (value: number) => value;
  const units = rated.map((unit) => unit.map(place));
  const values = units.flat();
  if (new Set(values).size < 2) return { alpha: null, ...known };
  const difference = (a: number, b: number) => (level === 'nominal' ? 1 : (a - b) ** 2);
  const within = (unit: readonly number[]) => disagreement(unit, difference) / (unit.length - 1);
  const observed = units.reduce((sum, unit) => sum + within(unit), 0);
  const expected = disagreement(values, difference) / (values.length - 1);
  return { alpha: 1 - observed / expected, ...known };
}
