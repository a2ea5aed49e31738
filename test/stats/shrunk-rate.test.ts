import { expect, test } from 'vitest';
import { shrunkRate } from '../../src/stats/shrunk-rate.ts';
import { near } from './near.ts';

// R 4.2: integrate(function(p) p * dbeta(p, a + x, b + n - x), 0, 1, rel.tol = 1e-12)$value
test.each([
  [0, 0, 1, 1, 0.5],
  [3, 3, 1, 1, 0.8],
  [0, 5, 4.5, 0.5, 0.45],
  [7, 10, 2.5, 1.25, 0.690909090909091],
])('%d of %d with Beta(%d, %d)', (passed, of, a, b, rate) => {
  near(shrunkRate({ passed, of }, { a, b }), rate, 1e-12);
});

test('it lies between what was seen and what is usual', () => {
  const rate = shrunkRate({ passed: 1, of: 4 }, { a: 9, b: 1 });
  expect(rate).toBeGreaterThan(0.25);
  expect(rate).toBeLessThan(0.9);
});

test.each([
  [3, 2, 1, 1],
  [-1, 2, 1, 1],
  [1, Number.NaN, 1, 1],
  [1, Number.POSITIVE_INFINITY, 1, 1],
  [1, 2, 0, 1],
  [1, 2, 1, Number.POSITIVE_INFINITY],
])('%d of %d with Beta(%d, %d) is refused', (passed, of, a, b) => {
  expect(() => shrunkRate({ passed, of }, { a, b })).toThrow(RangeError);
});
