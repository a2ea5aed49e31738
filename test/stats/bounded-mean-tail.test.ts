import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedMeanTail } from '../../src/stats/bounded-mean-tail.ts';
import { near } from './near.ts';

const times = (count: number, x: number) => Array.from({ length: count }, () => x);
const even = (totals: number[]) => totals.map((total) => ({ size: 1, total }));

/**
 * R 4.2:
 *
 * f <- function(x, mu, n = rep(1, length(x))) {
 *   N <- sum(n); y <- (x - mu * n) / max(n)
 *   sq <- 1 / (1 - n / N) / N^2; dg <- sq * n * (1 - n / N); ou <- sq * n^2 / N
 *   df <- sum(dg)^2 / (sum(dg^2) + sum(ou)^2 - sum(ou^2))
 *   h <- function(l) sum(log1p(l * y)); s <- if (sum(y) >= 0) 1 else -1; top <- if (s > 0) 1 / (1 + mu) else 1 / (1 - mu)
 *   o <- optimize(function(l) h(s * l), c(0, top), maximum = TRUE, tol = 1e-13)$objective
 *   p <- pt(sqrt(2 * max(o, h(s * top * (1 - 1e-9)), 0)), df, lower = FALSE); if (s > 0) p else 1 - p
 * }
 */
test.each([
  { totals: [...times(190, 0), ...times(4, -1), ...times(6, -1 / 3)], bound: -0.05, p: 0.061642426825495 },
  { totals: [0, 0, 0, -1, 0, 1, 0, 0, 0, 0], bound: -0.2, p: 0.11311560926583 },
  { totals: times(40, 0), bound: -0.05, p: 0.024838211918901 },
  { totals: [0.1, -0.2, 0.3, 0.05, -0.6, 0.2, 0.2], bound: 0.1, p: 0.80530039307113 },
])('agrees with R: $totals at $bound', ({ totals, bound, p }) => {
  near(boundedMeanTail(even(totals), bound) as number, p, 1e-6);
});

test('agrees with R where clusters are of uneven size', () => {
  const sizes = [3, 4, 2, 3, 5];
  const clusters = [1, -2, 0, 3, 0].map((total, index) => ({ total, size: sizes[index]! }));
  near(boundedMeanTail(clusters, -0.3) as number, 0.086365176711849, 1e-6);
});

const shares = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 2, maxLength: 40 });

test('a difference that goes up never raises p, and the order changes nothing', () => {
  fc.assert(
    fc.property(shares, fc.nat(), fc.double({ min: -0.3, max: 0.1, noNaN: true }), (sixths, at, bound) => {
      const totals = sixths.map((x) => x / 6);
      const p = boundedMeanTail(even(totals), bound) as number;
      expect(boundedMeanTail(even(totals.toReversed()), bound)).toBe(p);
      const better = totals.with(at % totals.length, Math.max(0, totals[at % totals.length]!));
      expect(boundedMeanTail(even(better), bound)).toBeLessThanOrEqual(p + 1e-9);
    }),
  );
});

test('no p comes of one cluster, nor of none', () => {
  expect(boundedMeanTail([{ size: 3, total: 1 }], -0.05)).toBeNull();
  expect(boundedMeanTail([], -0.05)).toBeNull();
});

test('clusters that are not sound are refused', () => {
  expect(() => boundedMeanTail(even([Number.NaN, 0]), 0)).toThrow(RangeError);
});
