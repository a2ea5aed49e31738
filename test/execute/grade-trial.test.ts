import { expect, test } from 'vitest';
import type { Check } from '../../src/domain/check.ts';
import type { Grade } from '../../src/domain/grade.ts';
import type { GraderTools } from '../../src/domain/grader.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { gradeTrial } from '../../src/execute/grade-trial.ts';
import { toRow } from '../../src/execute/to-row.ts';
import { replies } from './replies.ts';
import { check, trial } from './trial.ts';

const yes: Grade = { status: 'graded', score: 1, passed: true, reason: 'found' };
const no: Grade = { status: 'graded', score: 0, passed: false, reason: 'not found' };
const unclear: Grade = { status: 'ungraded', reason: 'the grader crashed' };
const tools = { grade: (held: Check & { grade: Grade }) => held.grade } as unknown as GraderTools;

const reply = replies.answered();
const answer = reply.status === 'answered' ? reply.answer : undefined;
const subject = {
  answer: answer!,
  messages: [],
  case: { id: 'c', vars: {}, meta: {}, tags: [] },
  costUsd: 0,
};
const answered: Outcome = { status: 'answered', answer: answer!, attempts: [{ ms: 5 }], waitedMs: 0 };

test('graders that answer at once are answered at once, in the order of the checks', () => {
  const grades = gradeTrial(trial([check('a', yes), check('b', no, 3)]), subject, tools);
  expect(grades).toEqual([
    { ...yes, name: 'a', grader: 'contains', weight: 1 },
    { ...no, name: 'b', grader: 'contains', weight: 3 },
  ]);
});

test('one that takes its time holds up only itself', async () => {
  const grades = gradeTrial(trial([check('slow', Promise.resolve(no)), check('quick', yes)]), subject, tools);
  expect(grades).toBeInstanceOf(Promise);
  expect((await grades).map(({ name }) => name)).toEqual(['slow', 'quick']);
});

const around = { judgements: [], startedAt: '2025-01-01T00:00:00.000Z' };

test.each([
  { what: 'all passed', grades: [yes, yes], status: 'passed', score: 1 },
  { what: 'one failed', grades: [yes, no], status: 'failed', score: 0.5 },
  { what: 'one unclear', grades: [yes, unclear], status: 'ungraded', score: null },
  { what: 'one failed and one unclear', grades: [no, unclear], status: 'ungraded', score: null },
  { what: 'none', grades: [], status: 'skipped', score: null },
])('$what: $status', ({ grades, status, score }) => {
  const checks = grades.map((grade, index) => check(`g${index}`, grade));
  const one = trial(checks, { expect: 'x', group: 'g' });
  const named = gradeTrial(one, subject, tools);
  const row = toRow(one, {
    outcome: answered,
    grades: named as Awaited<typeof named>,
    ...around,
    costUsd: 0.25,
  });
  expect(row).toMatchObject({
    schemaVersion: 1,
    id: 's/c#m#1',
    suite: 's',
    case: 'c',
    model: 'm',
    arm: 'm',
    lane: 'm',
    tags: ['t'],
    group: 'g',
    weight: 2,
    expect: 'x',
    costUsd: 0.25,
    status,
    score,
  });
});

test('a model that could not be asked is errored, whatever the case wants', () => {
  const failed = replies.failed({});
  const outcome = { ...failed, attempts: [], waitedMs: 0 } as Outcome;
  const row = toRow(trial([check('a', yes)]), { outcome, grades: [], ...around, costUsd: 0 });
  expect(row).toMatchObject({ status: 'errored', score: null, grades: [] });
});
