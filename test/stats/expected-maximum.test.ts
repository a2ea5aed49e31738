import { expect, test } from 'vitest';
import { expectedMaximum } from '../../src/stats/expected-maximum.ts';
import { near } from './near.ts';

/**
 * R 4.2: f <- function(x, k) x * k * exp(dnorm(x, log = TRUE) + (k - 1) * pnorm(x, log.p = TRUE))
 * integrate(f, -12, 12, k = k, rel.tol = 1e-13, subdivisions = 2000)$value
 * 1.1630, 1.5388 and 1.8675 are printed for 5, 10 and 20 in the tables of Harter 1961.
 */
test.each([
  [2, 0.5641895835477562],
  [3, 0.8462843753216344],
  [5, 1.16296447364052],
  [10, 1.538752730835173],
  [20, 1.86747505979832],
  [50, 2.24907362938985],
  [100, 2.507593636441684],
  [1000, 3.24143576913344],
  [100_000, 4.38431940310759],
])('the best of %d', (k, expected) => {
  near(expectedMaximum(k), expected, 1e-9);
});

test('one candidate is no better than it looks', () => {
  expect(expectedMaximum(1)).toBe(0);
});

test.each([0, -1, 1.5, Number.NaN])('%d is no number of candidates', (k) => {
  expect(() => expectedMaximum(k)).toThrow(RangeError);
});
