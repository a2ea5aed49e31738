import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kishSize } from '../../src/stats/kish-size.ts';
import { near } from './near.ts';

const sized = (sizes: number[]) => sizes.map((size) => ({ size, total: 0 }));

// R 4.2: sum(n)^2 / sum(n^2)
test.each([
  [[1, 1, 1, 1], 4],
  [[5], 1],
  [[2, 3, 1, 2], 3.5555555555555554],
  [[100, 1, 1, 1], 1.0605818254523642],
  [[0.5, 0.25, 0.25], 2.6666666666666665],
])('clusters of %j say as much as %d equal ones', (sizes, equal) =>
  near(kishSize(sized(sizes)), equal, 1e-12),
);

test('a count stands for so many equal clusters', () => {
  const counted = kishSize([{ size: 2, total: 1, count: 3 }, ...sized([5])]);
  near(counted, kishSize(sized([2, 2, 2, 5])), 1e-12);
});

test('it lies between 1 and the number of clusters, and the order changes nothing', () => {
  const lists = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lists, (sizes) => {
      const equal = kishSize(sized(sizes));
      expect(equal).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(equal).toBeLessThanOrEqual(sizes.length * (1 + 1e-12));
      expect(kishSize(sized(sizes).reverse())).toBe(equal);
    }),
  );
});

test.each([[[]], [[1, 0]], [[1, -1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
  'sizes of %j are refused',
  (sizes) => expect(() => kishSize(sized(sizes))).toThrow(RangeError),
);

test('a count of 0 and a total that is no number are refused', () => {
  expect(() => kishSize([{ size: 1, total: 1, count: 0 }])).toThrow(RangeError);
  expect(() => kishSize([{ size: 1, total: Number.NaN }])).toThrow(RangeError);
});
