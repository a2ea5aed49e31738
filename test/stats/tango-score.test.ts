import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tangoScore } from '../../src/stats/tango-score.ts';
import { near } from './near.ts';

/**
 * R 4.2, the estimate of the loss rate found as a root of the likelihood's slope instead of by the closed form:
 *
 * score <- function(b, c, n, d) {
 *   if (abs(c - b - n * d) < 1e-13) return(0)
 *   lo <- max(0, -d); hi <- (1 - d) / 2; e <- (hi - lo) * 1e-14
 *   g <- function(q) (if (b > 0) b / q else 0) + (if (c > 0) c / (q + d) else 0) -
 *     (if (n - b - c > 0) 2 * (n - b - c) / (1 - 2 * q - d) else 0)
 *   q <- if (g(lo + e) <= 0) lo else if (g(hi - e) >= 0) hi else uniroot(g, c(lo + e, hi - e), tol = 1e-16)$root
 *   (c - b - n * d) / sqrt(n * (2 * q + d * (1 - d)))
 * }
 */
test.each([
  [5, 9, 100, 0, 1.0690449676497],
  [5, 9, 100, -0.05, 2.24371174221422],
  [0, 0, 59, -0.05, 1.76217568871402],
  [1, 3, 50, 0.02, 0.517630082768636],
  [10, 0, 20, -0.3, -1.75411603861406],
  [0, 20, 20, -0.1, 4.94413232473044],
  [20, 0, 20, -0.1, -4.04519917477945],
  [7, 1, 21, 0.3, -3.95049304412795],
  [2.5, 6.25, 50.5, -0.03, 1.71772324026274],
  [0, 0, 1_000_000, -0.0001, 10.0005000375031],
  [400_000, 600_000, 1_000_000, 0.1, 100.503781525921],
  [1, 0, 1, -0.5, -0.577350269189626],
])('%d lost, %d gained of %d against %d', (losses, gains, pairs, difference, z) =>
  near(tangoScore({ losses, gains, pairs }, difference), z, 1e-11),
);

test('where nothing can vary', () => {
  expect(tangoScore({ losses: 0, gains: 0, pairs: 0 }, -0.1)).toBe(0);
  expect(tangoScore({ losses: 0, gains: 0, pairs: 9 }, 0)).toBe(0);
  expect(tangoScore({ losses: 9, gains: 0, pairs: 9 }, -1)).toBe(0);
  expect(tangoScore({ losses: 0, gains: 9, pairs: 9 }, 1)).toBe(0);
  expect(tangoScore({ losses: 8, gains: 0, pairs: 9 }, -1)).toBe(Number.POSITIVE_INFINITY);
  expect(tangoScore({ losses: 0, gains: 8, pairs: 9 }, 1)).toBe(Number.NEGATIVE_INFINITY);
});

test.each([
  [{ losses: -1, gains: 0, pairs: 5 }, 0],
  [{ losses: 0, gains: -1, pairs: 5 }, 0],
  [{ losses: 3, gains: 3, pairs: 5 }, 0],
  [{ losses: 0, gains: 0, pairs: -1 }, 0],
  [{ losses: Number.NaN, gains: 0, pairs: 5 }, 0],
  [{ losses: 0, gains: 0, pairs: Number.POSITIVE_INFINITY }, 0],
  [{ losses: 0, gains: 0, pairs: 5 }, Number.NaN],
  [{ losses: 0, gains: 0, pairs: 5 }, 1.5],
])('it refuses %j against %d', (counts, difference) =>
  expect(() => tangoScore(counts, difference)).toThrow(RangeError),
);

const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map(([losses, gains, ties]) => ({
  losses,
  gains,
  pairs: losses + gains + ties,
}));
const difference = fc.double({ min: -1, max: 1, noNaN: true });

test('it is never NaN, mirrors, and falls as the difference rises', () => {
  fc.assert(
    fc.property(counts, difference, difference, (some, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const z = tangoScore(some, low);
      const mirrored = tangoScore({ ...some, losses: some.gains, gains: some.losses }, -low);
      expect(z).not.toBeNaN();
      expect(z + 0).toBe(0 - mirrored);
      const rounding = Number.isFinite(z) ? 1e-13 * Math.abs(z) : 0;
      expect(tangoScore(some, high)).toBeLessThanOrEqual(z + rounding);
    }),
  );
});

// On this the walk along the edge of the exact test rests.
test('it rises with each gain and falls with each loss', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 1e-4, max: 0.999, noNaN: true }), (some, margin) => {
      const pairs = some.pairs + 1;
      const z = tangoScore({ ...some, pairs }, -margin);
      expect(tangoScore({ ...some, gains: some.gains + 1, pairs }, -margin)).toBeGreaterThan(z - 1e-12);
      expect(tangoScore({ ...some, losses: some.losses + 1, pairs }, -margin)).toBeLessThan(z + 1e-12);
    }),
  );
});
