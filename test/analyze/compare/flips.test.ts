import { expect, test } from 'vitest';
import { flipTotals } from '../../../src/analyze/compare/flip-totals.ts';
import { flips } from '../../../src/analyze/compare/flips.ts';
import { redrawTallies } from '../../../src/analyze/compare/redraw-tallies.ts';
import { makeRow } from '../make-row.ts';
import { makeCase } from './make-results.ts';

type Counts = [passed: number, of: number];
const pair = (id: string, [p, of]: Counts, [q, to]: Counts, extra = {}) => ({
  id,
  baseline: makeCase(id, { passed: p, of, ...extra }),
  candidate: makeCase(id, { passed: q, of: to, ...extra }),
});
const nothing = { baseline: {}, candidate: {} };

test.each<[Counts, Counts, string | undefined]>([
  [[1, 1], [0, 1], 'loss'],
  [[0, 1], [1, 1], 'gain'],
  [[1, 1], [1, 1], undefined],
  [[2, 3], [1, 3], 'loss'],
  [[2, 3], [1, 1], undefined],
  [[2, 4], [0, 1], undefined],
  [[3, 4], [2, 4], 'loss'],
  [[2, 4], [3, 4], 'gain'],
  [[1, 1], [0, 0], undefined],
  [[0, 0], [1, 1], undefined],
])('%j and then %j is %s', (before, after, direction) => {
  expect(flips([pair('a', before, after)], new Map(), nothing)[0]?.direction).toBe(direction);
});

test('losses come first, critical ones before all', () => {
  const list = flips(
    [
      pair('gain', [0, 1], [1, 1], { tags: ['critical'] }),
      pair('loss', [1, 1], [0, 1]),
      pair('worst', [1, 1], [0, 1], { tags: ['critical'] }),
    ],
    new Map(),
    nothing,
  );
  expect(list.map((flip) => flip.case)).toEqual(['worst', 'loss', 'gain']);
});

test('a flip shows what was expected, what came, what came before, and why not', () => {
  const [flip] = flips([pair('a', [1, 1], [0, 1])], new Map(), {
    baseline: { texts: new Map([['a', { got: 'Paris', reasons: [] }]]) },
    candidate: { texts: new Map([['a', { expected: 'Paris', got: 'Rome', reasons: ['equals: no'] }]]) },
  });
  expect(flip).toMatchObject({ expected: 'Paris', got: 'Rome', before: 'Paris', reasons: ['equals: no'] });
});

/** Fresh draws of one case: `+` passed, `-` failed, `!` errored, `c` passed from the cache. */
const draws = (id: string, signs: string) =>
  [...signs].map((sign, index) =>
    makeRow({
      case: id,
      repeat: index + 2,
      ...(sign === '!' ? { failure: 'down' } : { status: sign === '-' ? 'failed' : 'passed' }),
      ...(sign === 'c' ? { source: 'cache' as const } : {}),
    }),
  );

test.each([
  ['--', { passed: 0, of: 2, verdict: 'regressed' }],
  ['+++++', { passed: 5, of: 5, verdict: 'cleared' }],
  ['+-', { passed: 1, of: 2, verdict: 'open' }],
  ['-', { passed: 0, of: 1, verdict: 'open' }],
  [`${'-++++'.repeat(3)}-+++`, { passed: 15, of: 19, verdict: 'open' }],
  ['-++++'.repeat(4), { passed: 16, of: 20, verdict: 'flaky' }],
  ['-!-', { passed: 0, of: 2, verdict: 'regressed' }],
  ['ccccc', undefined],
  ['!!', undefined],
  ['--+++', { passed: 0, of: 2, verdict: 'regressed' }],
])('draws %s say %j', (signs, redrawn) => {
  const tallies = redrawTallies(draws('a', signs).reverse(), { suite: 'suite', arm: { id: 'model' } });
  expect(tallies.get('a')).toEqual(redrawn);
});

test('draws of another suite or arm say nothing', () => {
  const rows = draws('a', '--');
  expect(redrawTallies(rows, { suite: 'other', arm: { id: 'model' } }).size).toBe(0);
  expect(redrawTallies(rows, { suite: 'suite', arm: { id: 'other' } }).size).toBe(0);
});

test('totals count losses that were drawn again, and all that flipped', () => {
  const rows = [
    ...draws('a', '--'),
    ...draws('b', '+++++'),
    ...draws('c', '-++++'.repeat(4)),
    ...draws('e', '--'),
    ...draws('f', '-'),
  ];
  const pairs = ['a', 'b', 'c', 'd', 'f'].map((id) => pair(id, [1, 1], [0, 1]));
  const redrawn = redrawTallies(rows, { suite: 'suite', arm: { id: 'model' } });
  const list = flips([...pairs, pair('e', [0, 1], [1, 1])], redrawn, nothing);
  expect(flipTotals(list)).toEqual({
    ...{ losses: 5, gains: 1, redrawn: 4, regressed: 1, flaky: 1, cleared: 1, open: 1 },
  });
});
