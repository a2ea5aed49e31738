import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naturalOrder } from '../../src/text/natural-order.ts';

test('numbers are compared as numbers, however long', () => {
  const sorted = [
    'a',
    'a1',
    'a2',
    'a10',
    'a10/b2',
    'a10/b10',
    'a99999999999999999998',
    'a99999999999999999999',
    'b',
  ];
  expect([...sorted].reverse().sort(naturalOrder)).toEqual(sorted);
});

test('it is a total order', () => {
  const names = fc.string({ unit: fc.constantFrom('a', 'b', '0', '1', '02', '-'), maxLength: 6 });
  fc.assert(
    fc.property(names, names, names, (a, b, c) => {
      expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0);
      expect(naturalOrder(a, b) === 0).toBe(a === b);
      if (naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0)
        expect(naturalOrder(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});
