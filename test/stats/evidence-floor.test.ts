import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceFloor } from '../../src/stats/evidence-floor.ts';

// R 4.2: ceiling(log(alpha) / log1p(-margin))
test.each([
  [0.1, 0.05, 29],
  [0.05, 0.05, 59],
  [0.03, 0.05, 99],
  [0.02, 0.05, 149],
  [0.01, 0.05, 299],
  [0.001, 0.05, 2995],
  [1e-6, 0.05, 2_995_731],
  [0.05, 0.005, 104],
  [0.02, 0.005, 263],
  [1, 0.05, 1],
  // (1 - margin)^n is alpha itself
  [0.5, 0.25, 2],
  [0.5, 0.125, 3],
  [0.1, 0.81, 2],
  [0.9, 0.001, 3],
  [0.7, 0.09, 2],
  [0.3, 0.343, 3],
])('margin %d at %d: %d cases', (margin, alpha, cases) => expect(evidenceFloor(margin, alpha)).toBe(cases));

test.each([
  [0, 0.05],
  [-0.1, 0.05],
  [1.5, 0.05],
  [Number.NaN, 0.05],
  [0.05, 0],
  [0.05, 1],
  [0.05, Number.NaN],
])('it refuses margin %d at %d', (margin, alpha) =>
  expect(() => evidenceFloor(margin, alpha)).toThrow(RangeError),
);

test('it is the smallest', () => {
  const share = fc.double({ min: 0.001, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(share, share, (margin, alpha) => {
      const cases = evidenceFloor(margin, alpha);
      expect((1 - margin) ** cases).toBeLessThanOrEqual(alpha * (1 + 1e-9));
      expect((1 - margin) ** (cases - 1)).toBeGreaterThan(alpha * (1 - 1e-9));
    }),
  );
});
