import { expect, test } from 'vitest';
import type { Check } from '../../src/domain/check.ts';
import { needsBefore } from '../../src/domain/needs-before.ts';
import { graders } from '../../src/graders/index.ts';

const check = (name: string, more: Partial<Check> = {}): Check => ({
  ...{ grader: graders.get(name)!, name, value: '', options: {}, weight: 1, not: false, source: {} },
  ...more,
});
const compares = check('pairwise', { options: { baseline: true } });
const against = check('pairwise', { options: { baseline: false, against: 'x' } });

test.each<[string, Check[], boolean]>([
  ['no check at all', [], false],
  ['one that compares with a text', [against], false],
  ['one that compares with the baseline', [check('contains'), compares], true],
  ['one that holds it', [check('not', { value: compares })], true],
  [
    'one that holds it in a list, within another',
    [check('all', { value: [against, check('any', { value: [compares] })] })],
    true,
  ],
  ['one that holds others', [check('weighted', { value: [against, check('contains')] })], false],
  ['another grader with an option of that name', [check('contains', { options: { baseline: true } })], false],
])('%s', (_, checks, expected) => {
  expect(needsBefore(checks)).toBe(expected);
});
