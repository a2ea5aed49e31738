import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemar } from '../../src/stats/mcnemar.ts';
import { type Stratum, stratifiedTail } from '../../src/stats/stratified-tail.ts';
import { near } from './near.ts';

const times = (count: number, x: number) => Array.from({ length: count }, () => x);

/** Passed of `r` before and of `s` now. */
const strata = (before: number[], r: number[], now: number[], s: number[], weights?: number[]): Stratum[] =>
  before.map((passed, at) => ({
    baseline: { passed, of: r[at]! },
    candidate: { passed: now[at]!, of: s[at]! },
    weight: weights?.[at] ?? 1,
  }));

/**
 * R 4.2: a 2 x 2 table for each case, with a[1, , k] <- c(now[k], s - now[k]) and a[2, , k] <- c(before[k], r - before[k]);
 * mantelhaen.test(a, exact = TRUE, alternative = "less")$p.value
 */
test.each([
  { before: [3, 3, 2, 1, 3, 0, 3, 2], r: 3, now: [0, 1, 1, 0, 0, 0, 1, 1], s: 1, p: 0.208984375 },
  { before: [3, 2, 2, 1, 3, 0, 3, 1], r: 3, now: [1, 3, 1, 0, 2, 1, 2, 2], s: 3, p: 0.26515625 },
  { before: [5, 5, 5, 4], r: 5, now: [0, 0, 1, 0], s: 1, p: 0.0092592592592593 },
  {
    before: [...times(40, 3), ...times(30, 2), ...times(20, 1), ...times(10, 3)],
    r: 3,
    now: [...times(35, 1), ...times(5, 0), ...times(17, 1), ...times(28, 0), ...times(5, 1), ...times(10, 0)],
    s: 1,
    p: 5.2032856196579e-5,
  },
])('agrees with R: $now of $s after $before of $r', ({ before, r, now, s, p }) => {
  near(stratifiedTail(strata(before, times(before.length, r), now, times(now.length, s))), p, 1e-9);
});

/**
 * R 4.2: u <- w * (1 / r + 1 / s); k <- pmax(1, round(20 * u / max(u))); over all numbers x of expand.grid that the totals
 * allow, the sum of the products of dhyper(x, total, r + s - total, s) where sum(k * x) <= sum(k * now)
 */
test('uneven repeats and weights', () => {
  near(
    stratifiedTail(strata([3, 2, 5, 1], [3, 3, 5, 2], [0, 1, 0, 1], [1, 2, 1, 3], [1, 2, 1, 0.5])),
    0.05125,
    1e-9,
  );
});

test('with one answer a side it is McNemar', () => {
  const one = (before: number, now: number) => strata([before], [1], [now], [1])[0]!;
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (losses, gains, ties) => {
      const cases = [
        ...Array.from({ length: losses }, () => one(1, 0)),
        ...Array.from({ length: gains }, () => one(0, 1)),
        ...Array.from({ length: ties }, () => one(1, 1)),
      ];
      expect(stratifiedTail(cases)).toBeCloseTo(mcnemar(losses, gains).worse, 10);
    }),
  );
});

const side = fc
  .integer({ min: 1, max: 4 })
  .chain((of) => fc.record({ passed: fc.nat(of), of: fc.constant(of) }));
const stratum = fc.record({ baseline: side, candidate: side, weight: fc.constantFrom(1, 2, 0.3) });

test('the order of the cases changes nothing', () => {
  fc.assert(
    fc.property(fc.array(stratum, { maxLength: 20 }), (cases) => {
      expect(stratifiedTail(cases.toReversed())).toBeCloseTo(stratifiedTail(cases), 12);
    }),
  );
});

/** R 4.2: p <- function(a, b) sum(sapply(0:b, function(y) dbinom(y, b, .5) * pbinom(a - y, a, .75))) */
test.each([
  { passing: 126, failing: 74, p: 0.219655512483825, tolerance: 1e-9 },
  { passing: 7900, failing: 4100, p: 0.0685116381602116, tolerance: 3e-3 },
])(
  '$passing of cases that passed two of three times pass, $failing fail',
  ({ passing, failing, p, tolerance }) => {
    const make = (count: number, now: number) =>
      strata(times(count, 2), times(count, 3), times(count, now), times(count, 1));
    near(stratifiedTail([...make(passing, 1), ...make(failing, 0)]), p, tolerance);
  },
);

test('where all agree nothing is said, and what cannot be is refused', () => {
  expect(stratifiedTail([])).toBe(1);
  expect(stratifiedTail(strata([3, 0], [3, 3], [1, 0], [1, 1]))).toBe(1);
  expect(() => stratifiedTail(strata([2], [1], [0], [1]))).toThrow(RangeError);
  expect(() => stratifiedTail(strata([0], [0], [0], [1]))).toThrow(RangeError);
});
