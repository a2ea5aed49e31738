import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passAtK } from '../../src/stats/pass-at-k.ts';
import { near } from './near.ts';

// R 4.2: 1 - choose(n - c, k) / choose(n, k); the last: 1 - dhyper(0, c, n - c, k)
test.each([
  [0, 1, 1, 0],
  [1, 1, 1, 1],
  [3, 5, 1, 0.6],
  [3, 5, 2, 0.9],
  [3, 5, 3, 1],
  [0, 5, 5, 0],
  [1, 10, 3, 0.3],
  [9, 10, 3, 1],
  [120, 200, 10, 0.99992666287496734],
  [5, 200, 100, 0.97030839476570629],
  [37, 100, 37, 0.99999999989556376],
  [20, 1_000_000, 500_000, 0.99999904650686799],
])('%d of %d at k = %d', (passed, of, k, chance) => {
  near(passAtK(passed, of, k) as number, chance, 1e-12);
});

test('fewer runs than k cannot say', () => {
  expect(passAtK(2, 2, 3)).toBeNull();
  expect(passAtK(0, 0, 1)).toBeNull();
});

test('with one run taken it is the plain share, and it grows with k', () => {
  const runs = fc.record({ of: fc.integer({ min: 1, max: 60 }), passed: fc.nat(60) });
  fc.assert(
    fc.property(runs, ({ of, passed: wanted }) => {
      const passed = Math.min(wanted, of);
      expect(passAtK(passed, of, 1)).toBeCloseTo(passed / of, 12);
      for (let k = 2; k <= of; k++)
        expect(passAtK(passed, of, k)).toBeGreaterThanOrEqual(passAtK(passed, of, k - 1) as number);
    }),
  );
});

test.each([
  [-1, 5, 1],
  [6, 5, 1],
  [1, 5, 0],
  [1, 5, 1.5],
])('%d of %d at k = %d is refused', (passed, of, k) => {
  expect(() => passAtK(passed, of, k)).toThrow(RangeError);
});
