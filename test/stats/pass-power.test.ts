import { describe, expect, test } from 'vitest';
import { aboveStairs } from '../../src/stats/above-stairs.ts';
import { criticalScore } from '../../src/stats/critical-score.ts';
import { passPower } from '../../src/stats/pass-power.ts';
import { scoreStairs } from '../../src/stats/score-stairs.ts';
import { near } from './near.ts';

/**
 * R 4.2, with `score` of tango-score.test.ts. The region is the longest beginning of the outcomes, in the order of their
 * score, of which the greatest probability at the margin is at most alpha; everything is a plain sum over outcomes.
 *
 * pass <- function(n, m, a) {
 *   xy <- expand.grid(x = 0:n, y = 0:n); xy <- xy[xy$x + xy$y <= n, ]
 *   z <- mapply(function(x, y) score(x, y, n, -m), xy$x, xy$y); o <- order(-z); xy <- xy[o, ]; z <- z[o]; r <- n - xy$x - xy$y
 *   lc <- lgamma(n + 1) - lgamma(xy$x + 1) - lgamma(xy$y + 1) - lgamma(r + 1); t <- function(k, p) ifelse(k == 0, 0, k * log(p))
 *   P <- function(e, k) { i <- 1:k; sum(exp(lc[i] + t(xy$x[i], m + e) + t(xy$y[i], e) + t(r[i], 1 - m - 2 * e))) }
 *   w <- sin(pi * (0:400) / 800)^2 * (1 - m) / 2
 *   sup <- function(k) { v <- sapply(w, P, k = k); i <- which.max(v)
 *     max(v[i], optimize(P, w[c(max(1, i - 1), min(401, i + 1))], k = k, maximum = TRUE, tol = 1e-14)$objective) }
 *   ends <- which(c(diff(z) < -1e-9, TRUE)); lo <- 0; hi <- length(ends)
 *   while (lo < hi) { mid <- (lo + hi + 1) %/% 2; if (sup(ends[mid]) <= a) lo <- mid else hi <- mid - 1 }
 *   i <- 1:ends[lo]; list(x = xy$x[i], y = xy$y[i], r = r[i], lc = lc[i], size = sup(ends[lo])) }
 * power <- function(p, psi, e) { t <- function(k, q) ifelse(k == 0, 0, k * log(q))
 *   sum(exp(p$lc + t(p$x, (psi - e) / 2) + t(p$y, (psi + e) / 2) + t(p$r, 1 - psi))) }
 */
describe.each([
  [
    20,
    0.02,
    0.05,
    [0.0314843105896578, 0.00172547765806354, 0.0369135371331178, 0.0048302620200273, 0.0464545163327153],
  ],
  [
    50,
    0.02,
    0.05,
    [0.0915024429742709, 0.0310442762067337, 0.381433615823046, 0.00155205058433816, 0.0476996024548527],
  ],
  [50, 0.05, 0.05, [0.199712119847085, 0, 0.62848007094123, 0.00440427433973738, 0.0385897768721611]],
  [
    100,
    0.02,
    0.05,
    [0.146304601336048, 0.0466899576232969, 0.717763612684243, 0.000234850887641469, 0.0469841152547979],
  ],
  [
    59,
    0.05,
    0.05,
    [0.273748903767918, 0.0484945252494231, 0.798006068365359, 0.00513457116073482, 0.0458621963544614],
  ],
])('%d pairs within %d at %d', (pairs, margin, alpha, powers) => {
  test.each([
    [0, 0.1, 0],
    [1, 0.05, -margin],
    [2, 0.05, 0.03],
    [3, 0.2, -0.1],
    [4, 0.8, -margin],
  ])('%d: discordance %d, effect %d', (index, discordance, effect) =>
    near(passPower({ pairs, discordance, effect, margin, alpha }), powers[index]!, 1e-8),
  );
});

test('the ends', () => {
  const at = (discordance: number) =>
    passPower({ pairs: 10, discordance, effect: 0, margin: 0.1, alpha: 0.3 });
  near(at(0.1), 0.274651686618361, 1e-9);
  expect(at(0)).toBe(0);
  near(at(1), 0.171875, 1e-9);
  expect(passPower({ pairs: 0, discordance: 0, effect: 0, margin: 0.1, alpha: 0.05 })).toBe(0);
  expect(passPower({ pairs: 1, discordance: 1, effect: 1, margin: 0.1, alpha: 0.05 })).toBe(0);
  expect(passPower({ pairs: 200, discordance: 0, effect: 0, margin: 0.05, alpha: 0.05 })).toBe(1);
});

/** The greatest chance of a false PASS with a discordance of at most `most`. */
function worst(pairs: number, margin: number, most: number): number {
  const stairs = scoreStairs(pairs, margin, criticalScore(pairs, margin, 0.05)!);
  const chances = Array.from({ length: 2001 }, (_, i) => {
    const second = ((most - margin) / 2) * Math.sin((i * Math.PI) / 4000) ** 2;
    return aboveStairs(stairs, pairs, { first: margin + second, second });
  });
  return Math.max(...chances);
}

// The printed table of the worst false PASS (exact column) goes to a discordance of 80 %; beyond, where next to no pair
// agrees, it is up to 4.96 %, which the size of the region in R says too: 4.8924, 4.9304, 4.9617, 4.0027.
test.each([
  [20, 0.02, 0.049],
  [50, 0.02, 0.048],
  [100, 0.02, 0.049],
  [200, 0.02, 0.045],
  [50, 0.05, 0.04],
  [200, 0.05, 0.045],
])('%d pairs and a margin of %d: a false PASS in %d at worst', (pairs, margin, printed) => {
  expect(Math.abs(worst(pairs, margin, 0.8) - printed)).toBeLessThanOrEqual(0.0006);
  expect(worst(pairs, margin, 1)).toBeLessThanOrEqual(0.05);
});

test('above 2000 pairs it is approximate, and goes on where the sum ends', () => {
  const at = (pairs: number) => passPower({ pairs, discordance: 0.15, effect: 0, margin: 0.02, alpha: 0.05 });
  expect(Math.abs(at(2001) - at(2000))).toBeLessThan(0.01);
  // R 4.2: pnorm((0 + .02) / sqrt(.15 / 4000) - qnorm(.95))
  near(at(4000), 0.94750540848145, 1e-9);
  const fixed = { pairs: 5000, discordance: 1, margin: 0.1, alpha: 0.05 };
  expect(passPower({ ...fixed, effect: 1 })).toBe(1);
  expect(passPower({ ...fixed, effect: -1 })).toBe(0);
});

const plan = { pairs: 50, discordance: 0.1, effect: 0, margin: 0.05, alpha: 0.05 };
test.each([
  { pairs: -1 },
  { pairs: 1.5 },
  { discordance: 1.1 },
  { discordance: -0.1 },
  { effect: 0.2 },
  { effect: Number.NaN },
  { margin: 0 },
  { margin: 1 },
  { alpha: 0 },
  { alpha: Number.NaN },
])('it refuses %j', (change) => expect(() => passPower({ ...plan, ...change })).toThrow(RangeError));
