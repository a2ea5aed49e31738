import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passHatK } from '../../src/stats/pass-hat-k.ts';
import { near } from './near.ts';

// R 4.2: choose(c, k) / choose(n, k); the last two: dhyper(k, c, n - c, k)
test.each([
  [0, 1, 1, 0],
  [1, 1, 1, 1],
  [3, 5, 1, 0.6],
  [3, 5, 2, 0.3],
  [3, 5, 3, 0.1],
  [3, 5, 5, 0],
  [5, 5, 5, 1],
  [9, 10, 3, 0.7],
  [120, 200, 10, 0.0051698434974768032],
  [195, 200, 100, 0.029691605234293733],
  [900, 1000, 500, 3.1976160790931933e-33],
  [37, 100, 37, 2.9239513463641321e-28],
  [990_000, 1_000_000, 20, 0.81790536785784229],
])('%d of %d at k = %d', (passed, of, k, chance) => {
  near(passHatK(passed, of, k) as number, chance, 1e-11);
});

test('fewer runs than k cannot say', () => {
  expect(passHatK(2, 2, 3)).toBeNull();
  expect(passHatK(0, 0, 1)).toBeNull();
});

const runs = fc.record({
  of: fc.integer({ min: 1, max: 60 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('it falls as k grows, and is no more than the plain power', () => {
  fc.assert(
    fc.property(runs, ({ of, share }) => {
      const passed = Math.round(of * share);
      let before = 1;
      for (let k = 1; k <= of; k++) {
        const chance = passHatK(passed, of, k) as number;
        expect(chance).toBeLessThanOrEqual(before);
        expect(chance).toBeLessThanOrEqual((passed / of) ** k * (1 + 1e-12));
        before = chance;
      }
    }),
  );
});

test.each([
  [-1, 5, 1],
  [6, 5, 1],
  [1.5, 5, 1],
  [1, 5, 0],
  [1, 5, Number.NaN],
  [1, Number.POSITIVE_INFINITY, 1],
])('%d of %d at k = %d is refused', (passed, of, k) => {
  expect(() => passHatK(passed, of, k)).toThrow(RangeError);
});
