import { expect, test } from 'vitest';
import { points } from '../../src/text/points.ts';

test.each([
  [0.071, '+7.1'],
  [-0.158, '−15.8'],
  [0, '0.0'],
  [-0, '0.0'],
  [0.0004, '+0.0'],
  [-0.0004, '−0.0'],
  [1, '+100.0'],
  [-1, '−100.0'],
])('%d is %s', (difference, shown) => expect(points(difference)).toBe(shown));

test('more digits where one does not tell two shares apart', () => {
  expect(points(-0.0004, 2)).toBe('−0.04');
});
