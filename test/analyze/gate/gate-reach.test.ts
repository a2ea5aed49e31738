import { expect, test } from 'vitest';
import { gateReach } from '../../../src/analyze/gate/gate-reach.ts';
import { repeated } from './make-pairs.ts';

const options = { margin: 0.05, alpha: 0.05, slices: [] as string[] };
const cases = (count: number, tag = 'a') => repeated(count, { weight: 1, tags: [tag] });

test.each([
  { count: 4, canPass: false, canFail: false },
  { count: 5, canPass: false, canFail: true },
  { count: 58, canPass: false, canFail: true },
  { count: 59, canPass: true, canFail: true },
])('$count cases can PASS: $canPass, can FAIL: $canFail', ({ count, canPass, canFail }) => {
  const reach = gateReach(cases(count), options);
  expect(reach).toMatchObject({ canPass, canFail, all: { cases: count, canPass, canFail, leastCases: 59 } });
});

test('it says what is missing', () => {
  const { all } = gateReach(cases(100), { ...options, margin: 0.02 });
  expect(all.withheld).toBe('a margin of 2 points needs 149 cases, and there are 100');
  expect(gateReach(cases(59), options).all).not.toHaveProperty('withheld');
});

test('a slice that is too small for a FAIL among others', () => {
  const { canPass, canFail, slices } = gateReach([...cases(100), ...cases(4, 'rare')], {
    ...options,
    slices: ['rare', 'nowhere'],
  });
  expect({ canPass, canFail }).toEqual({ canPass: true, canFail: true });
  expect(slices).toMatchObject([
    { name: 'rare', cases: 4, canPass: false, canFail: false, isTooSmall: true },
    { name: 'nowhere', cases: 0, canPass: false, canFail: false, isTooSmall: true },
  ]);
});

test('groups count, not their cases', () => {
  const grouped = Array.from({ length: 200 }, (_, index) => ({
    weight: 1,
    tags: [],
    group: `${index % 20}`,
  }));
  const { all } = gateReach(grouped, options);
  expect(all).toMatchObject({ cases: 200, clusters: 20, canPass: false, canFail: true, casesToPass: 590 });
  expect(all.withheld).toBe(
    'a margin of 5 points needs 59 groups, and 20 groups say as much as 20.0 equal ones',
  );
});

test('a case that is too heavy', () => {
  const { all } = gateReach([...cases(200), { weight: 40, tags: [] }], options);
  expect(all).toMatchObject({ canPass: false, canFail: false });
  expect(all.withheld).toContain('one case carries 16.7 % of the weight');
});
