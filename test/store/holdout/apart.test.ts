import { expect, test } from 'vitest';
import type { HoldoutCase } from '../../../src/domain/holdout.ts';
import { apart } from '../../../src/store/holdout/apart.ts';

type Written = string | [id: string, parent: string];

const toCase = (one: Written): HoldoutCase =>
  typeof one === 'string' ? { id: one } : { id: one[0], parent: one[1] };
const ids = (...batches: Written[][]) =>
  apart(batches.map((batch) => batch.map(toCase))).map(({ id, parent }) =>
    parent === undefined ? id : `${id} < ${parent}`,
  );

test.each<[Parameters<typeof ids>, string[]]>([
  [
    [['a', 'b'], ['c']],
    ['a', 'b', 'c'],
  ],
  [
    [['a'], ['a'], ['a']],
    ['a', 'a (2)', 'a (3)'],
  ],
  [
    [['a', 'a (2)'], ['a']],
    ['a', 'a (2)', 'a (3)'],
  ],
  [
    [['a'], ['a', 'a (2)']],
    ['a', 'a (2)', 'a (2) (2)'],
  ],
  [
    [
      ['a', ['b', 'a']],
      ['a', ['c', 'a']],
    ],
    ['a', 'b < a', 'a (2)', 'c < a (2)'],
  ],
  [
    [['a'], [['b', 'a']]],
    ['a', 'b < a'],
  ],
])('%j', (batches, expected) => {
  expect(ids(...batches)).toEqual(expected);
});
