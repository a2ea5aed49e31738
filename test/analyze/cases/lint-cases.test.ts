import { expect, test } from 'vitest';
import { labelBalance } from '../../../src/analyze/cases/label-balance.ts';
import { type LintedSuite, lintCases } from '../../../src/analyze/cases/lint-cases.ts';
import type { PlacedCase } from '../../../src/analyze/cases/placed-case.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { Check } from '../../../src/domain/check.ts';
import { placed } from './placed.ts';

const place = { file: 'evals/refund.eval.yaml', line: 1, column: 8 };
const lint = (cases: PlacedCase[], rest: Partial<LintedSuite> = {}) =>
  lintCases({ suite: 'refund', place, cases, graders: [], kinds: [], histories: new Map(), ...rest }).map(
    ({ code, message }) => `${code}: ${message}`,
  );
const topics = ['shoes', 'a coat', 'two lamps', 'the red bicycle', 'my old radio', 'garden chairs'];
const some = (count: number, rest: (index: number) => Partial<Case> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    placed(`case ${index}`, { vars: { n: index, topic: topics[index % topics.length]! }, ...rest(index) }),
  );
const check = (name: string, weight: number) => ({ name, weight }) as Check;

test('a suite in which nothing is odd', () => {
  expect(lint(some(12, (index) => ({ expect: index % 2 ? 'yes' : 'no' })))).toEqual([]);
});

test('cases without tags, at most ten of them by name', () => {
  const [found] = lint(some(12, (index) => ({ tags: index === 0 ? ['refund'] : [] })));
  expect(found).toBe(
    'cases-untagged: 11 cases of 12 in suite "refund" have no tag: case 1, case 2, case 3, case 4, case 5, case 6, case 7, case 8, case 9, case 10 and 1 more.',
  );
});

test('kinds that were never tried', () => {
  const cases = [...some(2), placed('x', { adversarial: 'typo' })];
  expect(lint(cases, { kinds: ['typo', 'shouting', 'html'] })).toEqual([
    'kinds-untried: Of 3 kinds of adversarial cases, 2 are tried by none in suite "refund": shouting, html.',
  ]);
});

test('one label for nearly all', () => {
  const oneSided = (yes: number) => lint(some(10, (index) => ({ expect: index < yes ? 'yes' : 'no' })));
  expect(oneSided(8)).toEqual([
    'labels-one-sided: 8 of 10 cases in suite "refund" expect "yes": a prompt that always says so passes 80 %.',
  ]);
  expect(oneSided(7)).toEqual([]);
  expect(lint(some(9, () => ({ expect: 'yes' })))).toEqual([]);
});

test.each([
  ['labels', ['yes', 'no', 'yes', 'yes'], { ratio: 3, labels: [{ label: 'yes', count: 3, share: 0.75 }, { label: 'no' }] }],
  ['numbers and booleans', [1, 1, true, true], { labels: [{ label: '1' }, { label: 'true' }] }],
  ['answers of their own', ['a', 'b', 'c', 'a'], undefined],
  ['a long answer', ['x'.repeat(61), 'x'.repeat(61)], undefined],
  ['lists', [['a'], ['a']], undefined],
  ['nothing', [undefined, undefined], undefined],
] as const)('how %s are spread', (_, expects, balance) => {
  const cases = expects.map((expected) => ({ expect: expected as Case['expect'], observe: false }));
  if (balance) expect(labelBalance(cases)).toMatchObject(balance);
  else expect(labelBalance(cases)).toBeUndefined();
}); // biome-ignore format: one row a line

const replace = { written: { vars: [], graders: { replace: [{ contains: 'x' }] } } };
const added = { written: { vars: [], graders: [{ contains: 'x' }] } };

test.each([
  ['each case replaces them', [replace, replace], 1, ['graders-unreached']],
  ['the others are observed', [replace, { observe: true }], 1, ['graders-unreached']],
  ['one case replaces them', [replace, {}], 1, ['graders-replaced']],
  ['there are none to replace', [replace, {}], 0, []],
  ['graders are added', [added, {}], 1, []],
  ['weight 0 in every case', [{ checks: [check('length', 0)] }, { checks: [check('length', 0)] }], 1, ['graders-weightless']],
  ['weight 0 in one case', [{ checks: [check('length', 0)] }, { checks: [check('length', 1)] }], 1, []],
] as [string, Partial<Case>[], number, string[]][])('graders: %s', (_, rest, graders, codes) => {
  const found = lint(some(2, (index) => rest[index]!), { graders: Array(graders).fill({ equals: '$expect' }) });
  expect(found.map((text) => text.split(':')[0])).toEqual(codes);
}); // biome-ignore format: one row a line

test('coverage: what the suite asks for, and nothing where it asks for nothing', () => {
  expect(lint(some(3), { coverage: { cases: 10, adversarial: 0.5 } })).toEqual([
    'coverage-short: Suite "refund" lacks 7 cases to its "coverage:", 5 of them adversarial.',
  ]);
  expect(lint(some(3), { coverage: { cases: 3 } })).toEqual([]);
  expect(lint(some(3), { coverage: { adversarial: 0.5 } })).toEqual([
    'coverage-short: Suite "refund" lacks 3 cases to its "coverage:", all of them adversarial.',
  ]);
});
