import { expect, test } from 'vitest';
import { checkedDifference } from '../../src/stats/checked-difference.ts';

test.each([
  [0.3, 0.3],
  [-1, -1],
  [1 + 2e-16 * 4, 1],
  [-1 - 1e-12, -1],
])('%d is taken as %d', (difference, taken) => expect(checkedDifference(difference)).toBe(taken));

test.each([1.001, -2, Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', (difference) => {
  expect(() => checkedDifference(difference)).toThrow(RangeError);
});
