import { expect, test } from 'vitest';
import { agreementTable } from '../../src/stats/agreement-table.ts';

test('rows are summed for the first rater and columns for the second', () => {
  const table = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ];
  expect(agreementTable(table)).toEqual({ n: 45, rows: [6, 15, 24], columns: [12, 15, 18] });
});

test.each([
  ['nothing', []],
  ['one category', [[4]]],
  [
    'a row too many',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  ['a count too few', [[1, 2], [3]]],
  [
    'less than nothing',
    [
      [1, 2],
      [3, -1],
    ],
  ],
  [
    'half a case',
    [
      [1, 2],
      [3, 0.5],
    ],
  ],
  [
    'no number',
    [
      [1, 2],
      [3, Number.NaN],
    ],
  ],
])('%s is refused', (_, table) => expect(() => agreementTable(table)).toThrow(RangeError));
