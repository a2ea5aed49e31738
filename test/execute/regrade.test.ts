import { expect, test } from 'vitest';
import type { Check } from '../../src/domain/check.ts';
import type { Grade } from '../../src/domain/grade.ts';
import type { GraderTools } from '../../src/domain/grader.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { RunEvent } from '../../src/domain/run-event.ts';
import type { Subject } from '../../src/domain/subject.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import type { Grading } from '../../src/execute/grade-outcome.ts';
import { type Regrade, regrade } from '../../src/execute/regrade.ts';
import { regradeRow, type StoredTrial } from '../../src/execute/regrade-row.ts';
import { toRow } from '../../src/execute/to-row.ts';
import { channel } from '../../src/flow/channel.ts';
import { replies } from './replies.ts';
import { check, trial } from './trial.ts';

const never = new AbortController().signal;
const yes: Grade = { status: 'graded', score: 1, passed: true, reason: 'found' };
const no: Grade = { status: 'graded', score: 0, passed: false, reason: 'not found' };
const answered = (more: Partial<Outcome> = {}) =>
  ({ ...replies.answered('hi', 40), attempts: [{ ms: 40 }], waitedMs: 3, ...more }) as Outcome;

/** What graders are shown is kept. */
function grading(more: Partial<Grading> = {}): Grading & { seen: Subject[] } {
  const seen: Subject[] = [];
  const grade = (held: Check & { grade: Grade }, subject: Subject) => {
    seen.push(subject);
    return held.grade;
  };
  const tools = { grade } as unknown as GraderTools;
  const toolsOf = () => ({ tools, judgements: () => [], isGivenUp: () => false });
  return { toolsOf, cancel: never, ...more, seen };
}

/** A trial that was graded `was`, and whose case is graded by `is` today. */
function stored(was: Grade, is: Grade, outcome = answered(), more: Partial<StoredTrial['case']> = {}) {
  const then = trial([check('a', was)]);
  const finished = {
    outcome,
    grades: [{ ...was, name: 'a', grader: 'contains', weight: 1 }],
    judgements: [],
  };
  const row = toRow(then, { ...finished, costUsd: 0.25, startedAt: '2026-11-20T10:15:00.000Z' });
  return { row, suite: then.suite, case: trial([check('a', is)], { gradersDigest: 'new', ...more }).case };
}

test('a stored answer has the grades of today, and its own time and price', async () => {
  const one = stored(no, yes, answered(), { weight: 5, tags: ['late'], group: 'g' });
  const world = grading();
  const row = await regradeRow(one, world);
  expect(row).toEqual({
    ...one.row,
    ...{ gradersDigest: 'new', weight: 5, tags: ['late'], group: 'g' },
    ...{ status: 'passed', score: 1, grades: [{ ...yes, name: 'a', grader: 'contains', weight: 1 }] },
  });
  expect(world.seen).toEqual([
    expect.objectContaining({ costUsd: 0.25, answer: expect.objectContaining({ ms: { total: 40 } }) }),
  ]);
});

test('one that errored is graded by nobody; one that a fallback gave counts as the gate of today says', async () => {
  const failed = { ...replies.failed({}), attempts: [], waitedMs: 0 } as Outcome;
  const world = grading();
  expect(await regradeRow(stored(no, yes, failed), world)).toMatchObject({ status: 'errored', grades: [] });
  expect(world.seen).toEqual([]);
  const one = stored(no, yes, answered({ by: 'other' }));
  expect((await regradeRow(one, world))?.status).toBe('errored');
  const gate = { ...one.suite.gate, fallback: 'count' as const };
  expect((await regradeRow({ ...one, suite: { ...one.suite, gate } }, world))?.status).toBe('passed');
});

test('what a judge said of it before is gone, and an answer whose judge was given up is left out', async () => {
  const one = stored(no, yes);
  const row = { ...one.row, judgements: [{ check: 'a' }] } as unknown as TrialRow;
  expect(await regradeRow({ ...one, row }, grading())).not.toHaveProperty('judgements');
  const toolsOf = () => ({ ...grading().toolsOf(one as never, never), isGivenUp: () => true });
  expect(await regradeRow(one, grading({ toolsOf }))).toBeUndefined();
});

test('a grader may see what the baseline answered', async () => {
  const world = grading({ before: async ({ suite, lane, case: { id } }) => `${suite} ${lane} ${id}` });
  await regradeRow(stored(no, yes), world);
  expect(world.seen[0]).toMatchObject({ before: 's m c' });
});

async function all(trials: AsyncIterable<StoredTrial>, more: Partial<Regrade> = {}) {
  const clock = { now: () => performance.now(), date: () => new Date(0), sleep: async () => {} };
  const events = channel<RunEvent>(4);
  const found: RunEvent[] = [];
  for await (const batch of regrade({ ...grading(), trials, width: 3, events, clock, stop: never, ...more }))
    found.push(...batch);
  return found;
}

async function* many(count: number, onReturn = () => {}) {
  try {
    for (let n = 0; n < count; n++) yield stored(no, yes);
  } finally {
    onReturn();
  }
}

test('each of many is told once', async () => {
  const events = await all(many(50));
  expect(events.filter(({ type }) => type === 'finished')).toHaveLength(50);
});

test('nothing more is taken once it is stopped, and the source is closed', async () => {
  const stop = new AbortController();
  let isClosed = false;
  const close = () => {
    isClosed = true;
  };
  const toolsOf: Grading['toolsOf'] = (...given) => {
    stop.abort();
    return grading().toolsOf(...given);
  };
  const events = await all(many(50, close), { stop: stop.signal, toolsOf });
  expect(events.length).toBeLessThanOrEqual(3);
  expect(isClosed).toBe(true);
});

test('a source that breaks ends it, and says why', async () => {
  async function* broken(): AsyncGenerator<StoredTrial> {
    yield stored(no, yes);
    throw new Error('line 2 cannot be read');
  }
  expect(
    (await all(broken())).map((event) => (event.type === 'aborted' ? event.message : event.type)),
  ).toEqual(expect.arrayContaining(['finished', 'line 2 cannot be read']));
});
