import { expect, test } from 'vitest';
import { explored } from '../../../src/analyze/compare/explored.ts';
import { makeCase } from './make-results.ts';

/** So many losses and gains among so many pairs. */
const pairs = (n: number, losses: number, gains: number, extra: Parameters<typeof makeCase>[1] = {}) =>
  Array.from({ length: n }, (_, i) => {
    const id = `${JSON.stringify(extra)} ${i}`;
    const before = i < losses || i >= losses + gains;
    const after = i >= losses;
    return {
      id,
      baseline: makeCase(id, { ...extra, passed: before ? 1 : 0 }),
      candidate: makeCase(id, { ...extra, passed: after ? 1 : 0 }),
    };
  });

// R: p.adjust(c(binom.test(6, 6)$p.value, binom.test(5, 7)$p.value, binom.test(1, 1)$p.value), 'BH')
//    0.0937500 0.6796875 1.0000000
test('tags and kinds of attack that moved, the surest first', () => {
  const list = [
    ...pairs(20, 2, 5, { tags: ['b'] }),
    ...pairs(20, 6, 0, { tags: ['a'] }),
    ...pairs(20, 1, 0, { adversarial: 'jailbreak' }),
  ];
  const found = explored(list, []);
  expect(found.map(({ kind, name, pairs: n, losses, gains }) => [kind, name, n, losses, gains])).toEqual([
    ['tag', 'a', 20, 6, 0],
    ['tag', 'b', 20, 2, 5],
    ['adversarial', 'jailbreak', 20, 1, 0],
  ]);
  [0.09375, 0.6796875, 1].forEach((q, index) => {
    expect(found[index]!.q).toBeCloseTo(q, 12);
  });
  expect(found[0]).toMatchObject({ baseline: 1, candidate: 0.7 });
});

test('gated slices are told elsewhere, and what did not move is nothing to look at', () => {
  const list = [...pairs(5, 1, 0, { tags: ['gated', 'other'] }), ...pairs(5, 0, 0, { tags: ['still'] })];
  expect(explored(list, ['gated']).map(({ name }) => name)).toEqual(['other']);
});

test('the cases of a group are one witness, not many', () => {
  const [one] = explored(pairs(8, 8, 0, { tags: ['t'], group: 'g' }), []);
  expect(one).toMatchObject({ losses: 8, q: 1 });
});

test('no more than ten', () => {
  const list = Array.from({ length: 12 }, (_, i) => pairs(3, 1, 0, { tags: [`t${i}`] })).flat();
  expect(explored(list, [])).toHaveLength(10);
});
