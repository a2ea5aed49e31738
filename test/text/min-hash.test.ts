import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandSigns } from '../../src/text/band-signs.ts';
import { hashSalts } from '../../src/text/hash-salts.ts';
import { jaccard } from '../../src/text/jaccard.ts';
import { minHash } from '../../src/text/min-hash.ts';
import { mixed } from '../../src/text/mixed.ts';
import { signLikeness } from '../../src/text/sign-likeness.ts';

const set = (...members: number[]) => Uint32Array.from(new Set(members)).sort();

test.each([
  [set(), set(), 1],
  [set(1), set(), 0],
  [set(1, 2, 3), set(1, 2, 3), 1],
  [set(1, 2, 3, 4), set(3, 4, 5, 6), 1 / 3],
  [set(1, 5), set(2, 4), 0],
])('the Jaccard index of %j and %j is %d', (left, right, expected) => {
  expect(jaccard(left, right)).toBeCloseTo(expected, 12);
  expect(jaccard(right, left)).toBeCloseTo(expected, 12);
});

/** Two sets of which each member of the union is in both with a chance of `share`. */
const pairs = fc
  .record({
    size: fc.integer({ min: 1, max: 300 }),
    common: fc.integer({ min: 0, max: 100 }),
    start: fc.nat(),
  })
  .map(({ size, common, start }) => {
    const union = Array.from({ length: size }, (_, index) => mixed(start + index));
    const both = Math.round((size * common) / 100);
    return [
      set(...union.slice(0, both + (size - both) / 2)),
      set(...union.slice(0, both), ...union.slice(both + (size - both) / 2)),
    ] as const;
  });
const equal = (left: ArrayLike<unknown>, right: ArrayLike<unknown>) =>
  Array.from(left).filter((value, index) => value === right[index]).length;

test('as many values are the same as the Jaccard index says', () => {
  const salts = hashSalts(1024);
  fc.assert(
    fc.property(pairs, ([left, right]) => {
      const estimate = equal(minHash(left, salts), minHash(right, salts)) / 1024;
      // Five standard errors.
      expect(Math.abs(estimate - jaccard(left, right))).toBeLessThanOrEqual(5 * Math.sqrt(0.25 / 1024));
    }),
  );
});

test('the signs of bands tell a Jaccard index from 0.65 on to within 0.15, and none where it is below 0.4', () => {
  const salts = hashSalts(512);
  fc.assert(
    fc.property(pairs, ([left, right]) => {
      const truth = jaccard(left, right);
      const estimate = signLikeness(equal(bandSigns(left, salts), bandSigns(right, salts)), 128);
      if (truth >= 0.65) expect(Math.abs(estimate - truth)).toBeLessThan(0.15);
      if (truth < 0.4) expect(estimate).toBeLessThan(0.63);
    }),
  );
});

test('a sketch has a sign for four salts, and that of a set is always the same', () => {
  const signs = bandSigns(set(1, 2, 3), hashSalts(512));
  expect(signs).toMatch(/^[\w-]{128}$/);
  expect(bandSigns(set(3, 1, 2), hashSalts(512))).toBe(signs);
  expect(signLikeness(128, 128)).toBe(1);
  expect(signLikeness(0, 128)).toBe(0);
});
