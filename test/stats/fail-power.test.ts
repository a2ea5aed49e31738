import { expect, test } from 'vitest';
import { failPower } from '../../src/stats/fail-power.ts';
import { near } from './near.ts';

/**
 * R 4.2, a plain sum over all outcomes:
 *
 * fail <- function(n, psi, e, a) { xy <- expand.grid(x = 0:n, y = 0:n); xy <- xy[xy$x + xy$y <= n, ]
 *   xy <- xy[pbinom(xy$x - 1, xy$x + xy$y, .5, lower.tail = FALSE) <= a, ]; t <- function(k, p) ifelse(k == 0, 0, k * log(p))
 *   r <- n - xy$x - xy$y; lc <- lgamma(n + 1) - lgamma(xy$x + 1) - lgamma(xy$y + 1) - lgamma(r + 1)
 *   sum(exp(lc + t(xy$x, (psi - e) / 2) + t(xy$y, (psi + e) / 2) + t(r, 1 - psi))) }
 */
test.each([
  [60, 0.1, -0.1, 0.729041741874556],
  [100, 0.1, -0.05, 0.347585793438388],
  [200, 0.1, 0, 0.0324314870654928],
  [246, 0.1, -0.05, 0.765375532744475],
  [20, 1, -0.5, 0.617172654387104],
  [4, 1, -1, 0],
  [5, 1, -1, 1],
  [50, 0.2, 0.1, 0.000143640037945616],
])('%d pairs, discordance %d, effect %d', (pairs, discordance, effect, power) =>
  near(failPower({ pairs, discordance, effect, alpha: 0.05 }), power, 1e-9),
);

test('an unchanged candidate fails in a share of alpha at most', () => {
  for (const pairs of [5, 20, 50, 200, 1000])
    for (const discordance of [0, 0.01, 0.05, 0.2, 0.6, 1])
      expect(failPower({ pairs, discordance, effect: 0, alpha: 0.05 })).toBeLessThanOrEqual(0.05);
});

test('above 2000 pairs it is approximate, and goes on where the sum ends', () => {
  const at = (pairs: number) => failPower({ pairs, discordance: 0.15, effect: -0.02, alpha: 0.05 });
  expect(Math.abs(at(2001) - at(2000))).toBeLessThan(0.02);
  // R 4.2: pnorm((.02 * sqrt(4000) - qnorm(.95) * sqrt(.15)) / sqrt(.15 - .02^2))
  near(at(4000), 0.947737199209469, 1e-9);
  const fixed = { pairs: 5000, discordance: 1, alpha: 0.05 };
  expect(failPower({ ...fixed, effect: -1 })).toBe(1);
  expect(failPower({ ...fixed, effect: 1 })).toBe(0);
  expect(failPower({ ...fixed, discordance: 0, effect: 0 })).toBe(0);
});

const plan = { pairs: 50, discordance: 0.1, effect: 0, alpha: 0.05 };
test.each([
  { pairs: -1 },
  { pairs: 1.5 },
  { discordance: 1.1 },
  { discordance: -0.1 },
  { effect: 0.2 },
  { effect: Number.NaN },
  { alpha: 0 },
  { alpha: Number.NaN },
])('it refuses %j', (change) => expect(() => failPower({ ...plan, ...change })).toThrow(RangeError));
