import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlyOrder } from '../../src/plan/early-order.ts';

const ids = (cases: { id: string; group?: string }[], key = 'key') =>
  earlyOrder(cases, key).map(({ id }) => id);

test('by the HMAC of the id', () => {
  const cases = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}` }));
  const place = (id: string) => createHmac('sha256', 'key').update(`case ${id}`).digest('hex');
  const expected = cases.map(({ id }) => id).sort((a, b) => (place(a) < place(b) ? -1 : 1));
  expect(ids(cases)).toEqual(expected);
  expect(ids(cases, 'other')).not.toEqual(expected);
});

const cases = fc.uniqueArray(
  fc.record({ id: fc.string(), group: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }) }),
  { selector: ({ id }) => id, maxLength: 30 },
);

test('where a case stands in the file changes nothing', () => {
  fc.assert(
    fc.property(cases, fc.string(), (list, key) => {
      expect(earlyOrder([...list].reverse(), key)).toEqual(earlyOrder(list, key));
    }),
  );
});

test('cases of a group stand side by side, also where a case is called as the group is', () => {
  fc.assert(
    fc.property(cases, fc.string(), (list, key) => {
      const groups = earlyOrder(
        [...list.filter(({ id }) => id !== 'a'), { id: 'a', group: undefined }],
        key,
      ).map(({ group }) => group);
      const runs = groups.filter((group, index) => group !== undefined && groups[index - 1] !== group);
      expect(new Set(runs).size).toBe(runs.length);
    }),
  );
});
