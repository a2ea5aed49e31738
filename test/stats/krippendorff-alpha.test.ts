import fc from 'fast-check';
import { expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/stats/krippendorff-alpha.ts';
import { near } from './near.ts';

/** Each line is what a rater gave the units, one after the other; a point is a rating that is missing. */
function rated(...lines: string[]): (number | null)[][] {
  const raters = lines.map((line) =>
    line.split(' ').map((word) => (word === '.' ? null : Number.parseInt(word, 36))),
  );
  return raters[0]!.map((_, unit) => raters.map((ratings) => ratings[unit]!));
}

const four = rated(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);
const binary = rated('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
const letters = rated('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
const three = rated(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
);
const scores = [
  [0.1, 0.2, 0],
  [0.4, 0.4, 0.7],
  [0.8, 0.6, 0.8],
  [null, 0.9, null],
  [1, 0.95, 1],
  [0.3, null, 0.35],
  [0.55, 0.5, 0.55],
];

// Krippendorff 2011 prints the examples of its sections A to C; that of three raters is the one of Wikipedia.
test.each([
  [binary, 'nominal', '.095'],
  [letters, 'nominal', '.692'],
  [four, 'nominal', '.743'],
  [four, 'ordinal', '.815'],
  [four, 'interval', '.849'],
  [three, 'nominal', '.691'],
  [three, 'interval', '.811'],
] as const)('as printed', (ratings, level, printed) => {
  const { alpha } = krippendorffAlpha(ratings, level);
  expect(Math.abs((alpha as number) - Number(printed))).toBeLessThanOrEqual(0.5000001e-3);
});

/**
 * R 4.2, by the matrix of coincidences; a row of x is a unit, a column a rater:
 *
 * alpha <- function(x, level) {
 *   v <- sort(unique(as.vector(x[rowSums(!is.na(x)) > 1, ]))); k <- length(v); o <- matrix(0, k, k)
 *   for (u in seq_len(nrow(x))) { r <- x[u, !is.na(x[u, ])]; m <- length(r)
 *     if (m > 1) for (i in 1:m) for (j in 1:m) if (i != j) {
 *       a <- match(r[i], v); b <- match(r[j], v); o[a, b] <- o[a, b] + 1 / (m - 1) } }
 *   n <- rowSums(o); d <- matrix(0, k, k)
 *   for (a in 1:k) for (b in 1:k) d[a, b] <- switch(level, nominal = (a != b) + 0, interval = (v[a] - v[b])^2,
 *     ordinal = (sum(n[a:b]) - (n[a] + n[b]) / 2)^2)
 *   c(1 - (sum(n) - 1) * sum(o * d) / sum(outer(n, n) * d), sum(rowSums(!is.na(x)) > 1), sum(n))
 * }
 */
test.each([
  ['four', four, [0.743421052631579, 0.815387503754881, 0.849107142857143], 11, 40],
  ['binary', binary, [0.0952380952380952, 0.0952380952380952, 0.0952380952380952], 10, 20],
  ['letters', letters, [0.691964285714286, 0.598061660561661, 0.620283018867924], 12, 24],
  ['three', three, [0.691358024691358, 0.806721419941315, 0.810844892812106], 12, 26],
  ['scores', scores, [0.212121212121212, 0.895682410895393, 0.894280078895463], 6, 17],
] as const)('%s', (_, ratings, alphas, units, pairable) => {
  for (const [index, level] of (['nominal', 'ordinal', 'interval'] as const).entries()) {
    const found = krippendorffAlpha(ratings, level);
    near(found.alpha as number, alphas[index]!, 1e-12);
    expect(found).toMatchObject({ units, pairable });
  }
});

test('where nothing can be paired, or all is the same, it cannot be told', () => {
  expect(krippendorffAlpha([], 'nominal')).toEqual({ alpha: null, units: 0, pairable: 0 });
  expect(
    krippendorffAlpha(
      [
        [1, null],
        [null, null],
      ],
      'ordinal',
    ),
  ).toEqual({
    alpha: null,
    units: 0,
    pairable: 0,
  });
  expect(
    krippendorffAlpha(
      [
        [0.1, 0.1, 0.1],
        [0.1, null, 0.1],
      ],
      'interval',
    ),
  ).toEqual({
    alpha: null,
    units: 2,
    pairable: 5,
  });
});

test('what is refused', () => {
  expect(() => krippendorffAlpha([[1, 2], [1]], 'nominal')).toThrow(RangeError);
  for (const rating of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => krippendorffAlpha([[1, rating]], 'interval')).toThrow(RangeError);
});

const levels = fc.constantFrom('nominal' as const, 'ordinal' as const, 'interval' as const);
const rating = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null));
const data = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 15 }),
  );
const changed = (ratings: (number | null)[][], by: (value: number) => number) =>
  ratings.map((row) => row.map((one) => (one === null ? null : by(one))));

test('who rated, in which order, and units with one rating change nothing; it is at most 1', () => {
  fc.assert(
    fc.property(data, levels, (ratings, level) => {
      const found = krippendorffAlpha(ratings, level);
      if (found.alpha !== null) expect(found.alpha).toBeLessThanOrEqual(1);
      const others = ratings.toReversed().map((row) => row.toReversed());
      const alone = [...ratings, ratings[0]!.map((_, i) => (i === 0 ? 4 : null))];
      for (const same of [krippendorffAlpha(others, level), krippendorffAlpha(alone, level)]) {
        expect(same).toMatchObject({ units: found.units, pairable: found.pairable });
        if (found.alpha === null) expect(same.alpha).toBeNull();
        else expect(same.alpha).toBeCloseTo(found.alpha, 10);
      }
    }),
  );
});

test('each level sees only what it is a level of', () => {
  fc.assert(
    fc.property(data, (ratings) => {
      const same = (level: 'nominal' | 'ordinal' | 'interval', by: (value: number) => number) => {
        const { alpha } = krippendorffAlpha(ratings, level);
        const other = krippendorffAlpha(changed(ratings, by), level).alpha;
        if (alpha === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(alpha, 10);
      };
      same('nominal', (value) => [0, 3, 1, 5, 2, 4][value]!);
      same('ordinal', (value) => value ** 3);
      same('interval', (value) => 7 - 0.5 * value);
    }),
  );
});

test('it is 1 where all units have one value each, and only there', () => {
  fc.assert(
    fc.property(data, levels, (ratings, level) => {
      const { alpha } = krippendorffAlpha(ratings, level);
      fc.pre(alpha !== null);
      const areUnanimous = ratings.every((row) => new Set(row.filter((one) => one !== null)).size < 2);
      expect(alpha === 1).toBe(areUnanimous);
    }),
  );
});
