import { expect, test } from 'vitest';
import { robustChanges } from '../../../src/analyze/robustness/robust-changes.ts';
import type { Variant } from '../../../src/analyze/robustness/variant.ts';

const parents = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);
const made = (n: number, kind: string): Variant[] =>
  parents(n).map((parent) => ({ id: `${parent}/${kind}`, parent, kind }));

/** So many parents, of which the named variants fail. */
const sides = (before: readonly string[], after: readonly string[]) => ({
  before: (id: string) => !before.includes(id),
  after: (id: string) => !after.includes(id),
});

// One-sided exact McNemar: 8 lost, 0 won is 1/2^8 = .0039; over all kinds together and two kinds Holm makes .0117.
test('fewer parents that hold are proven, kind by kind, corrected for how many are looked at', () => {
  const lost = parents(8).map((parent) => `${parent}/injection`);
  const found = robustChanges([...made(40, 'typo'), ...made(40, 'injection')], sides([], lost));
  expect(
    found.map(({ kind, parents: n, before, after, isWidened }) => [kind, n, before, after, isWidened]),
  ).toEqual([
    [undefined, 40, 40, 32, true],
    ['injection', 40, 40, 32, true],
    ['typo', 40, 40, 40, false],
  ]);
  expect(found[0]!.p).toBeCloseTo(3 / 2 ** 8, 10);
});

test('a parent that is lost itself is none whose variants got worse', () => {
  const lost = ['p0', 'p1', 'p2', 'p0/typo', 'p1/typo', 'p2/typo'];
  expect(robustChanges(made(3, 'typo'), sides([], lost))).toEqual([]);
  const [all] = robustChanges(made(10, 'typo'), sides([], lost));
  expect(all).toMatchObject({ parents: 7, before: 7, after: 7, isWidened: false });
});

test('what was gained is no gap', () => {
  const [all] = robustChanges(
    made(20, 'typo'),
    sides(
      parents(9).map((parent) => `${parent}/typo`),
      [],
    ),
  );
  expect(all).toMatchObject({ before: 11, after: 20, isWidened: false });
});
