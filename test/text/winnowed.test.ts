import fc from 'fast-check';
import { expect, test } from 'vitest';
import { winnowed } from '../../src/text/winnowed.ts';

test('the example of the paper, page 3', () => {
  // Schleimer, Wilkerson, Aiken 2003, figure 2: hashes of 5-grams, windows of four.
  const hashes = [77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98].map((one) =>
    String(one).padStart(2, '0'),
  );
  expect(winnowed(hashes, 4)).toEqual(['08', '17', '39']);
});

test.each([
  [[], 4, []],
  [['b', 'a'], 4, ['a']],
  [['b', 'a', 'b'], 1, ['a', 'b']],
])('%j in windows of %d', (marks, window, expected) => {
  expect(winnowed(marks, window)).toEqual(expected);
});

test('each window holds one of the sample', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 2 })),
      fc.integer({ min: 1, max: 6 }),
      (marks, window) => {
        const sample = new Set(winnowed(marks, window));
        for (let start = 0; start + window <= marks.length; start++)
          expect(marks.slice(start, start + window).some((mark) => sample.has(mark))).toBe(true);
      },
    ),
  );
});
