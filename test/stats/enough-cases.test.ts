import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enoughCases } from '../../src/stats/enough-cases.ts';

test('it finds the edge to 1 %, and is always enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2000 }), (from, edge) => {
      const cases = enoughCases(from, 2000, (some) => some >= edge);
      expect(cases).toBeGreaterThanOrEqual(Math.max(from, edge));
      expect(cases).toBeLessThanOrEqual(Math.max(from, edge + 1 + Math.ceil(edge / 50)));
    }),
  );
});

test('beyond the most it takes what it was given', () => {
  expect(enoughCases(2001, 2000, () => false)).toBe(2001);
  expect(enoughCases(Number.POSITIVE_INFINITY, 2000, () => false)).toBe(Number.POSITIVE_INFINITY);
  expect(enoughCases(5, 2000, () => false)).toBeGreaterThan(2000);
});
