import { expect, test } from 'vitest';
import { percentile } from '../../src/stats/percentile.ts';

// R 4.2: quantile(1:n * 10, p, type = 1)
test.each([
  [1, 0.5, 10],
  [1, 0.99, 10],
  [2, 0.5, 10],
  [2, 0.95, 20],
  [19, 0.5, 100],
  [19, 0.95, 190],
  [20, 0.5, 100],
  [20, 0.95, 190],
  [20, 0.99, 200],
  [21, 0.5, 110],
  [21, 0.95, 200],
  [100, 0.5, 500],
  [100, 0.95, 950],
  [100, 0.99, 990],
])('of %d values, %d lie below or at %d', (n, p, value) => {
  expect(
    percentile(
      Array.from({ length: n }, (_, index) => (index + 1) * 10),
      p,
    ),
  ).toBe(value);
});

test('the ends are the smallest and the largest', () => {
  expect(percentile([3, 4, 5], 0)).toBe(3);
  expect(percentile([3, 4, 5], 1)).toBe(5);
});
