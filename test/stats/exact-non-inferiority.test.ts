import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactNonInferiority } from '../../src/stats/exact-non-inferiority.ts';
import { near } from './near.ts';

/**
 * R 4.2, with `score` of tango-score.test.ts: a plain sum over all outcomes, on a grid of 4001 rates.
 *
 * exact <- function(b, c, n, m) {
 *   xy <- expand.grid(x = 0:n, y = 0:n); xy <- xy[xy$x + xy$y <= n, ]
 *   z <- mapply(function(x, y) score(x, y, n, -m), xy$x, xy$y); xy <- xy[z >= score(b, c, n, -m) - 1e-9, ]
 *   t <- function(k, p) ifelse(k == 0, 0, k * log(p)); r <- n - xy$x - xy$y
 *   lc <- lgamma(n + 1) - lgamma(xy$x + 1) - lgamma(xy$y + 1) - lgamma(r + 1)
 *   P <- function(e) sum(exp(lc + t(xy$x, m + e) + t(xy$y, e) + t(r, 1 - m - 2 * e)))
 *   w <- sin(pi * (0:4000) / 8000)^2 * (1 - m) / 2; v <- sapply(w, P); i <- which.max(v)
 *   max(v[i], optimize(P, w[c(max(1, i - 1), min(4001, i + 1))], maximum = TRUE, tol = 1e-14)$objective)
 * }
 */
test.each([
  [0, 0, 1, 0.05, 0.95],
  [1, 0, 1, 0.05, 1],
  [0, 1, 1, 0.05, 0.475],
  [0, 0, 10, 0.1, 0.3486784401],
  [1, 0, 10, 0.1, 0.736098929100002],
  [2, 3, 20, 0.02, 0.667607971755094],
  [0, 0, 20, 0.02, 0.667607971755094],
  [0, 0, 20, 0.3, 0.00262861005618621],
  [20, 0, 20, 0.1, 1],
  [0, 20, 20, 0.1, 1.1594453295762e-7],
  [10, 10, 20, 0.1, 0.40863881532837],
  [1, 3, 50, 0.05, 0.031687607824757],
  [0, 0, 50, 0.05, 0.0769449752767132],
  [0, 0, 59, 0.05, 0.0484945252494231],
  [5, 9, 100, 0.05, 0.0137832803287856],
  [2, 2, 100, 0.02, 0.210699094331283],
  [10, 0, 100, 0.1, 0.583155512266481],
  [5, 5, 200, 0.03, 0.0518657010541837],
  [5, 5, 200, 0.05, 0.00662057217853828],
  [4, 12, 200, 0.02, 0.00286543922706609],
  // Here the worst rate leaves next to no pair that agrees; a grid that is coarse there misses it in the fourth digit.
  [10, 0, 200, 0.1, 0.00977349861013126],
])('%d lost, %d gained of %d within %d', (losses, gains, pairs, margin, p) =>
  near(exactNonInferiority({ losses, gains, pairs }, margin), p, 1e-9),
);

// R 4.2: (1 - m)^n; other outcomes with as good a score make it more where alpha is small (the 0.0128 of 5000 pairs).
test.each([
  [59, 0.05, 0.048494525249423104],
  [99, 0.03, 0.049023204046809932],
  [149, 0.02, 0.049281654330089471],
  [299, 0.01, 0.049536256637662347],
])('%d pairs without a loss or gain within %d: the chance of no loss at the margin', (pairs, margin, p) =>
  near(exactNonInferiority({ losses: 0, gains: 0, pairs }, margin), p, 1e-9),
);

test('it is never less than the chance of no loss at the margin', () => {
  for (const [pairs, margin] of [
    [5000, 0.001],
    [90, 0.05],
    [300, 0.02],
    [1_000_000, 1e-5],
  ] as const) {
    const p = exactNonInferiority({ losses: 0, gains: 0, pairs }, margin);
    expect(p).toBeGreaterThanOrEqual((1 - margin) ** pairs * (1 - 1e-9));
  }
});

test('a million pairs', () => {
  const p = (losses: number, gains: number, margin: number) =>
    exactNonInferiority({ losses, gains, pairs: 1_000_000 }, margin);
  expect(p(0, 1_000_000, 0.1)).toBeLessThan(1e-50);
  expect(p(1_000_000, 0, 0.1)).toBe(1);
  // R 4.2: pnorm(-score(1e5, 100100, 1e6, -.001)) is 0.00696547; the exact p is a little above.
  expect(Math.abs(p(100_000, 100_100, 0.001) - 0.00696547)).toBeLessThan(1e-5);
});

test('without pairs nothing is shown', () => {
  expect(exactNonInferiority({ losses: 0, gains: 0, pairs: 0 }, 0.05)).toBe(1);
});

test.each([
  [{ losses: -1, gains: 0, pairs: 5 }, 0.05],
  [{ losses: 0.5, gains: 0, pairs: 5 }, 0.05],
  [{ losses: 3, gains: 3, pairs: 5 }, 0.05],
  [{ losses: Number.NaN, gains: 3, pairs: 5 }, 0.05],
  [{ losses: 0, gains: 0, pairs: 5 }, 0],
  [{ losses: 0, gains: 0, pairs: 5 }, -0.05],
  [{ losses: 0, gains: 0, pairs: 5 }, 1],
  [{ losses: 0, gains: 0, pairs: 5 }, Number.NaN],
])('it refuses %j within %d', (counts, margin) =>
  expect(() => exactNonInferiority(counts, margin)).toThrow(RangeError),
);

const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(80)).map(([losses, gains, ties]) => ({
  losses: losses + 1,
  gains,
  pairs: losses + 1 + gains + ties,
}));
const margin = fc.double({ min: 0.005, max: 0.6, noNaN: true });

test('a loss that becomes a tie, a tie that becomes a gain, and a wider margin never raise it', () => {
  fc.assert(
    fc.property(counts, margin, (some, m) => {
      const p = exactNonInferiority(some, m);
      const tie = exactNonInferiority({ ...some, losses: some.losses - 1 }, m);
      const gain = exactNonInferiority({ ...some, losses: some.losses - 1, gains: some.gains + 1 }, m);
      expect(p).toBeLessThanOrEqual(1);
      expect(tie).toBeLessThanOrEqual(p + 1e-10);
      expect(gain).toBeLessThanOrEqual(tie + 1e-10);
      expect(gain).toBeGreaterThan(0);
    }),
  );
});
