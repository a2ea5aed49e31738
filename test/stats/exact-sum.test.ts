import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSum } from '../../src/stats/exact-sum.ts';

function sum(numbers: number[]): number {
  const total = exactSum();
  for (const x of numbers) total.add(x);
  return total.end();
}

// Python 3: math.fsum(...)
test.each([
  [[], 0],
  [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1],
  [[1e16, 1, -1e16], 1],
  [[1, 1e100, 1, -1e100], 2],
  [[1e-16, 1, 1e16], 10000000000000002],
])('%j gives %d', (numbers, total) => expect(sum(numbers)).toBe(total));

test('the order changes nothing', () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(numbers, (list) => {
      const sorted = [...list].sort((a, b) => a - b);
      expect(sum(sorted) + 0).toBe(sum(list) + 0);
    }),
  );
});
