import { expect, test } from 'vitest';
import type { Comparison, Explored } from '../../../src/domain/comparison.ts';
import { regressedLines } from '../../../src/reporters/wording/regressed-lines.ts';
import { makeComparison, makeSlice } from '../make-comparison.ts';

const refund = makeSlice('refund', {
  verdict: 'FAIL',
  pairs: 19,
  losses: 4,
  gains: 1,
  baseline: 18 / 19,
  candidate: 15 / 19,
});
const texts = (comparison: Comparison) => regressedLines(comparison).map(({ text }) => text);

test('a slice of the gate that is proven worse is named with its rates and its cases', () => {
  expect(regressedLines(makeComparison({ verdict: 'FAIL', slices: [refund] }))).toEqual([
    {
      text: 'regressed: slice `refund` 94.7 % → 78.9 % (4 newly failing, 1 newly passing)',
      isProven: true,
      isExploratory: false,
    },
  ]);
});

test('repeated cases do not newly fail: they pass less often', () => {
  const { candidate } = makeComparison();
  const comparison = makeComparison({
    verdict: 'FAIL',
    slices: [refund],
    candidate: { ...candidate, repeat: 3 },
  });
  expect(texts(comparison)).toEqual([
    'regressed: slice `refund` 94.7 % → 78.9 % (4 pass less often, 1 more often)',
  ]);
});

test.each(['PASS', 'INCONCLUSIVE'] as const)('a slice that is lower and %s has not regressed', (verdict) => {
  expect(texts(makeComparison({ verdict: 'FAIL', slices: [{ ...refund, verdict }] }))).toEqual([]);
});

test.each([
  ['the provider moved', { verdict: 'FAIL', stale: 'The provider moved.' }],
  [
    'what has no verdict could turn it',
    { verdict: 'INCONCLUSIVE', missing: { cases: 3, worst: 'FAIL', best: 'PASS' } },
  ],
] as const)('where %s nothing has regressed', (_name, extra) => {
  const [line] = regressedLines(makeComparison({ slices: [refund], ...extra }));
  expect(line).toMatchObject({ isProven: false });
  expect(line?.text).toMatch(/^lower: slice/);
});

test('what no test of the gate has looked at is labelled, at most three, and only what is lower at q of .1', () => {
  const one = (name: string, q: number, candidate = 0.5, kind: Explored['kind'] = 'tag'): Explored => ({
    ...{ kind, name, q, candidate },
    ...{ pairs: 20, losses: 8, gains: 0, baseline: 0.9 },
  });
  const explored = [
    one('a', 0.0004),
    one('better', 0.01, 0.95),
    one('b', 0.02, 0.5, 'adversarial'),
    one('c', 0.1, 0.5, 'grader'),
    one('d', 0.1),
  ];
  expect(texts(makeComparison({ explored }))).toEqual([
    'exploratory: slice `a` 90.0 % → 50.0 % (8 newly failing; q < .001)',
    'exploratory: attack `b` 90.0 % → 50.0 % (8 newly failing; q = .02)',
    'exploratory: grader `c` 90.0 % → 50.0 % (8 newly failing; q = .10)',
  ]);
  expect(texts(makeComparison({ explored: [one('noise', 0.11)] }))).toEqual([]);
});
