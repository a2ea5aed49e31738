import { expect, test } from 'vitest';
import { arm } from '../../src/domain/arm.ts';
import type { Case } from '../../src/domain/case.ts';
import type { GraderTools } from '../../src/domain/grader.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Ask } from '../../src/domain/request.ts';
import type { RunEvent } from '../../src/domain/run-event.ts';
import { type Execution, execute } from '../../src/execute/execute.ts';
import { trialTools } from '../../src/execute/trial-tools.ts';
import { channel } from '../../src/flow/channel.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { replies } from './replies.ts';
import { check, trial } from './trial.ts';

const never = new AbortController().signal;
const ok = (): Outcome => ({ ...replies.answered(), attempts: [{ ms: 1 }], waitedMs: 0 }) as Outcome;

/** A run of `total` cases against one provider. */
function running(
  total: number,
  ask: Ask,
  more: Partial<Execution> & { width?: number; read?: (index: number) => Case } = {},
) {
  const one = trial();
  const read = more.read ?? ((index) => ({ ...one.case, id: `c${index}` }));
  const suite = { ...one.suite, cases: { count: total, read, close: async () => {} } };
  const only = arm(undefined, one.arm.model);
  let taken = 0;
  const plan: Plan = {
    seed: 1,
    suites: [],
    total,
    *lots() {
      for (let index = 0; index < total; index++) {
        taken += 1;
        yield { suite, arm: only, index, repeat: 1 };
      }
    },
  };
  const stream = execute({
    plan,
    pools: [{ provider: 'p', width: more.width ?? 3, ask: () => ask }],
    events: channel<RunEvent>(10),
    toTrial: (lot, found) => ({ ...one, id: found.id, case: found, arm: lot.arm }),
    toolsOf: toolsOf(() => ({ status: 'ungraded', reason: '' })),
    costOf: () => 0.5,
    isDone: () => false,
    clock: { now: () => performance.now(), date: () => new Date(0), sleep: async () => {} },
    stop: never,
    cancel: never,
    ...more,
  });
  return { stream, taken: () => taken };
}

/** Tools of trials that ask no judge. */
const toolsOf = (grade: GraderTools['grade']) =>
  trialTools({
    base: { callModule: async () => null, matchNatively: async () => false },
    gradeBy: (held, subject) => grade(held, subject),
    judge: () => Promise.reject(new Error('no judge is asked here')) as never,
    costOf: () => 0,
  });

async function all(stream: AsyncIterable<RunEvent[]>) {
  const events: RunEvent[] = [];
  for await (const batch of stream) events.push(...batch);
  const rows = events.flatMap((event) => (event.type === 'finished' ? [event.row] : []));
  const aborted = events.flatMap((event) => (event.type === 'aborted' ? [event.message] : []));
  return { rows, aborted };
}

test('every trial is finished once, and no more are under way than the pool is wide', async () => {
  let [inside, most] = [0, 0];
  const ask: Ask = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    return ok();
  };
  const { rows } = await all(running(50, ask, { width: 7 }).stream);
  expect(new Set(rows.map((row) => row.case)).size).toBe(50);
  expect(rows).toHaveLength(50);
  expect(most).toBe(7);
  expect(rows[0]).toMatchObject({ costUsd: 0.5, startedAt: expect.stringMatching(/^1970-01-01T00:00:0/) });
});

test('when nobody reads, no more is asked than fits the queue', async () => {
  const { stream, taken } = running(10_000, async () => ok(), { width: 3 });
  await stream.next();
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  // The batch that was read, ten that wait, and one of each worker.
  expect(taken()).toBeLessThan(40);
  const { rows } = await all(stream);
  expect(rows.length).toBeGreaterThan(9900);
});

test('models of this process let timers through while they work', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  const busy: Ask = async () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
    return ok();
  };
  await all(running(200, busy, { width: 4 }).stream);
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test('the first stop asks nothing more, and what is under way is finished', async () => {
  const stop = new AbortController();
  let asked = 0;
  const ask: Ask = async () => {
    if (++asked === 4) stop.abort();
    await new Promise((resolve) => setImmediate(resolve));
    return ok();
  };
  const { rows } = await all(running(100, ask, { width: 4, stop: stop.signal }).stream);
  expect(asked).toBe(4);
  expect(rows).toHaveLength(4);
});

test('what was given up is no row: it did not run', async () => {
  const given: Outcome = {
    status: 'errored',
    failure: { kind: 'cancelled', message: '', retryable: false },
    attempts: [],
    waitedMs: 0,
  };
  const { rows, aborted } = await all(running(5, async () => given).stream);
  expect([rows, aborted]).toEqual([[], []]);
});

test('a grader that never answers is given up with the run', async () => {
  const [stop, cancel] = [new AbortController(), new AbortController()];
  const one = trial();
  const { stream } = running(3, async () => ok(), {
    toolsOf: toolsOf(() => new Promise<never>(() => {})),
    stop: stop.signal,
    cancel: cancel.signal,
    read: (index) => ({
      ...one.case,
      id: `c${index}`,
      checks: [check('slow', { status: 'ungraded', reason: '' })],
    }),
  });
  setTimeout(() => {
    stop.abort();
    cancel.abort();
  }, 10);
  expect((await all(stream)).rows).toEqual([]);
});

test('a case that cannot be read ends the run with its reason, once', async () => {
  const read = (index: number) => {
    if (index > 2) throw new Error('cases.jsonl was changed while it was read');
    return { ...trial().case, id: `c${index}` };
  };
  const { rows, aborted } = await all(running(50, async () => ok(), { read }).stream);
  expect(rows).toHaveLength(3);
  expect(aborted).toEqual(['cases.jsonl was changed while it was read']);
});
