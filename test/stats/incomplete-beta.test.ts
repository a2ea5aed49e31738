import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompleteBeta } from '../../src/stats/incomplete-beta.ts';
import { near } from './near.ts';

// R 4.2: sprintf("%.17g", pbeta(x, a, b)); the first row is 1/2 by symmetry.
test.each([
  [0.5, 0.5, 0.5, 0.5],
  [0.1, 2, 3, 0.052300000000000027],
  [0.9, 2, 3, 0.99629999999999996],
  [0.3, 10, 20, 0.36400408107194376],
  [0.001, 0.5, 50, 0.24763098003462314],
  [0.49, 1000, 1000, 0.18555265943151175],
  [0.02, 1, 50, 0.63583031991288275],
  [0.5000001, 500_000, 500_001, 0.5004787306082239],
  [0.7, 7.25, 1.5, 0.14853449178437497],
])('I_%d(%d, %d) is %d', (x, a, b, value) => near(incompleteBeta(x, a, b), value, 1e-11));

test('the ends', () => {
  expect(incompleteBeta(0, 2, 3)).toBe(0);
  expect(incompleteBeta(1, 2, 3)).toBe(1);
});

const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
test('it rises with x and mirrors', () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(share, share, shape, shape, (x, y, a, b) => {
      const [low, high] = [Math.min(x, y), Math.max(x, y)];
      expect(incompleteBeta(low, a, b)).toBeLessThanOrEqual(incompleteBeta(high, a, b) + 1e-13);
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10);
    }),
  );
});
