import { expect, test } from 'vitest';
import { caseStats } from '../../../src/analyze/cases/case-stats.ts';
import { placed } from './placed.ts';

test('a suite in numbers', () => {
  const cases = [
    placed('a', { tags: ['refund', 'refund', 'late'], group: 'g', expect: 'yes' }),
    placed('b', { tags: [], expect: 'yes', vars: { message: 'The question of a' } }),
    placed('a/typo', { tags: ['refund'], adversarial: 'typo', parent: 'a', expect: 'no' }),
    placed('c', { observe: true, tags: ['late'], expect: 'no' }),
  ];
  const passing = { runs: 3, passed: 3, failed: 0, arms: [{ arm: 'x', passed: 3, failed: 0 }] };
  const histories = new Map([['a', passing]]);
  expect(caseStats({ suite: 'refund', cases, kinds: ['typo', 'html'], runs: 3, histories })).toEqual({
    suite: 'refund',
    cases: 4,
    adversarial: 1,
    variants: 1,
    observed: 1,
    untagged: 1,
    groups: 1,
    tags: [
      { name: 'late', count: 2 },
      { name: 'refund', count: 2 },
    ],
    kinds: [{ name: 'typo', count: 1 }],
    untried: ['html'],
    labels: undefined,
    copies: { same: 1, near: expect.any(Number) },
    runs: 3,
    history: { passes: 1, fails: 0, flaky: 0, tells: 0, unknown: 3 },
  });
});
