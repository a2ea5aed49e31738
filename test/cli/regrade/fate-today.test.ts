import { expect, test } from 'vitest';
import { fateToday } from '../../../src/cli/regrade/fate-today.ts';
import type { NamedGrade } from '../../../src/domain/grade.ts';
import { makeRow } from '../../store/make-run.ts';

const cases = new Map([['s', new Map([['a', { digest: 'e', gradersDigest: 'new', index: 0 }]])]]);
const by = (name: string, grader: string): NamedGrade => ({
  ...{ status: 'graded', score: 1, passed: true, reason: '', weight: 1 },
  ...{ name, grader },
});
const ofPrompt = by('output-schema', 'json-schema');

test.each([
  ['its case is what it was', {}, [], 'holds'],
  ['its case is graded otherwise', { gradersDigest: 'old' }, [], 'holds'],
  ['its suite is gone', { suite: 't' }, [], 'suite-gone'],
  ['its case is gone', { case: 'b' }, [], 'case-gone'],
  ['its case was edited', { caseDigest: 'f' }, [], 'case-edited'],
  ['its prompt graded it, and is there', { grades: [ofPrompt] }, [], 'holds'],
  ['its prompt graded it, and is gone', { grades: [ofPrompt] }, undefined, 'prompt-gone'],
  [
    'its prompt is gone, and graded nothing',
    { grades: [by('json-schema', 'json-schema')] },
    undefined,
    'holds',
  ],
])('%s', (_, row, checks, fate) => {
  expect(fateToday(makeRow('a', row), { cases, checksOf: () => checks })).toBe(fate);
});
