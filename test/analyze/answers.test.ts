import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import type { Gate } from '../../src/domain/gate.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { grade, makeRow, makeRun, makeSuite } from './make-row.ts';

async function arm(rows: TrialRow[], gate: Partial<Gate> = {}) {
  const plain = { confidence: 0.95, slices: [], errors: 0.02 };
  const suite = makeSuite({ cases: rows.length, hasGate: true, gate: { ...plain, ...gate } });
  const summary = await analyze(makeRun([suite]), rows);
  const one = summary.suites[0]!.arms[0]!;
  const ruling = (rule: string) => one.rulings.find((ruling) => ruling.rule === rule);
  return { ...one, ruling, exitCode: summary.exitCode };
}

const asked = (n: number, extra: Parameters<typeof makeRow>[0] = {}) =>
  Array.from({ length: n }, (_, at) => makeRow({ case: `asked-${at}`, ms: 40, firstToken: 9, ...extra }));
const kept = (n: number, source: 'cache' | 'cassette' = 'cache') =>
  Array.from({ length: n }, (_, at) => makeRow({ case: `${source}-${at}`, source, served: 'm-1' }));

test('the oldest answer of the cache is told, whatever came first', async () => {
  const days = ['2026-03-02', '2025-12-31', '2026-01-09'].map((day) => `${day}T08:00:00.000Z`);
  const rows = days.map((askedAt, at) => makeRow({ case: `c${at}`, source: 'cache', askedAt }));
  expect((await arm([...rows, ...asked(1)])).answers.oldest).toBe('2025-12-31T08:00:00.000Z');
  expect((await arm(asked(2))).answers.oldest).toBeUndefined();
});

test('what came from the cache counts for quality, and has no time, no tokens and no price', async () => {
  const all = await arm([...asked(2, { served: 'm-1' }), ...kept(3), ...kept(1, 'cassette')]);
  expect(all).toMatchObject({
    answers: { asked: 2, cache: 3, cassette: 1 },
    rate: { passed: 6, of: 6 },
    latency: { count: 2, max: 40 },
    firstToken: { count: 2, max: 9 },
    tokens: { input: 200, output: 20 },
    cost: { usd: 0.002, unknown: 0 },
    served: { 'm-1': 6 },
    retries: 0,
  });
  expect(all.fallbacks).toBeUndefined();
});

const limits: Partial<Gate> = { latency: { p95: 100, firstToken: 10 }, cost: { perCase: 1, total: 2 } };

test.each<[string, TrialRow[], Gate['latency'] & object, string, string]>([
  ['nothing from the cache', asked(2), { p95: 100 }, 'pass', 'The p95 latency is 40 ms over 2 answers, within the limit of 100 ms.'],
  ['some from the cache', [...asked(2), ...kept(3)], { p95: 100 }, 'pass', 'The p95 latency is 40 ms over 2 answers (3 more came from the cache), within the limit of 100 ms.'],
  ['some, and the others too slow', [...asked(1), ...kept(1)], { p95: 39 }, 'fail', 'The p95 latency is 40 ms over 1 answer (1 more came from the cache), above the limit of 39 ms.'],
  ['all from the cache', kept(3), { p50: 100 }, 'incomplete', 'The p50 latency cannot be told: all 3 answers come from the cache, where they have no time. Ask anew with --cache refresh.'],
  ['the only one', kept(1), { p50: 100 }, 'incomplete', 'The p50 latency cannot be told: the only answer comes from the cache, where they have no time. Ask anew with --cache refresh.'],
  ['all from a cassette', kept(3, 'cassette'), { firstToken: 1 }, 'warn', 'The first token (p95) cannot be told: all 3 answers come from a cassette, where they have no time. Run without --replay to ask.'],
])('latency, %s', async (_, rows, latency, verdict, sentence) => {
  expect((await arm(rows, { latency })).ruling('latency')).toEqual({ rule: 'latency', verdict, sentence });
}); // biome-ignore format: a table

test.each<[string, TrialRow[], Gate['cost'] & object, string, string]>([
  ['some from the cache', [...asked(2), ...kept(8)], { perCase: 0.001 }, 'pass', 'The cost per case is $0.001 over 2 answers (8 more came from the cache), within the limit of $0.001.'],
  ['some, and the others too dear', [...asked(2), ...kept(8)], { perCase: 0.0005 }, 'fail', 'The cost per case is $0.001 over 2 answers (8 more came from the cache), above the limit of $0.0005.'],
  ['some, in all', [...asked(2), ...kept(8)], { total: 1 }, 'pass', 'The total cost is $0.002 over 2 answers (8 more came from the cache), within the limit of $1.00.'],
  ['all', kept(4), { perCase: 1 }, 'incomplete', 'The cost per case cannot be told: all 4 answers come from the cache, where they cost nothing. Ask anew with --cache refresh.'],
  ['all, in all', kept(4, 'cassette'), { total: 1 }, 'warn', 'The total cost cannot be told: all 4 answers come from a cassette, where they cost nothing. Run without --replay to ask.'],
  ['an unknown price beside some', [...asked(1, { costUsd: null }), ...kept(2)], { perCase: 1 }, 'incomplete', 'The cost per case cannot be told: the price of 1 answer is unknown. State it as `price` of the model in the config.'],
])('cost, %s from the cache', async (_, rows, cost, verdict, sentence) => {
  expect((await arm(rows, { cost })).ruling('cost')).toEqual({ rule: 'cost', verdict, sentence });
}); // biome-ignore format: a table

test('a cost per case is over the answers that were asked for, whether they have a time or not', async () => {
  const untimed = asked(4).map((row) => ({ ...row, outcome: { ...row.outcome } }));
  for (const { outcome } of untimed)
    if (outcome.status === 'answered') outcome.answer = { ...outcome.answer, ms: {} };
  const { ruling, latency } = await arm(untimed, { cost: { perCase: 0.001 } });
  expect(latency).toBeNull();
  expect(ruling('cost')?.sentence).toBe('The cost per case is $0.001, within the limit of $0.001.');
});

const foreign = (name: string, isRight: boolean, extra: Parameters<typeof makeRow>[0] = {}) =>
  makeRow({
    case: name,
    by: 'other',
    why: 'p answered 503',
    status: 'errored',
    ms: 7,
    served: 'o-1',
    text: isRight ? 'yes' : 'no',
    grades: [grade('equals', isRight, isRight ? 'equal' : 'expected "yes", found "no"')],
    ...extra,
  });

test('what a fallback answered is errored, counted apart, paid, and in no time', async () => {
  const one = await arm([
    ...asked(2, { served: 'm-1' }),
    foreign('x', true),
    foreign('y', false),
    foreign('z', true),
  ]);
  expect(one).toMatchObject({
    counts: { passed: 2, errored: 3 },
    rate: { passed: 2, of: 2 },
    answers: { asked: 5 },
    fallbacks: [{ model: 'other', answered: 3, passed: 2 }],
    served: { 'm-1': 2 },
    latency: { count: 2, max: 40 },
    cost: { usd: 0.005, unknown: 0 },
    tokens: { input: 500 },
    graders: [],
    causes: [
      { status: 'errored', message: 'answered by other in its place: p answered 503', trials: 3, case: 'x' },
    ],
  });
  expect(one.notable.map(({ got, reasons }) => [got, ...reasons])).toEqual([
    ['yes', 'answered by other in its place: p answered 503'],
    ['no', 'answered by other in its place: p answered 503', 'equals: expected "yes", found "no"'],
    ['yes', 'answered by other in its place: p answered 503'],
  ]);
  expect(one.exitCode).toBe(3);
});

test('where fallbacks count, their answers are the model’s own, in time too', async () => {
  const rows = [
    ...asked(1),
    foreign('x', true, { status: 'passed' }),
    foreign('y', false, { status: 'failed' }),
  ];
  const one = await arm(rows, { fallback: 'count' });
  expect(one).toMatchObject({
    counts: { passed: 2, failed: 1, errored: 0 },
    fallbacks: [{ model: 'other', answered: 2, passed: 1 }],
    latency: { count: 3 },
    served: {},
    causes: [],
    graders: [{ name: 'equals', passed: 1, failed: 1, ungraded: 0 }],
  });
  expect(one.exitCode).toBe(1);
});

test('when only fallbacks answered, no time is known', async () => {
  const { ruling } = await arm([...asked(1, { costUsd: 0.002 }), foreign('x', true)], limits);
  expect(ruling('latency')?.verdict).toBe('pass');
  expect(ruling('cost')?.sentence).toBe('The cost per case is $0.0015, within the limit of $1.00.');
  const none = [...kept(0), foreign('x', true), makeRow({ case: 'u', source: 'cache' })];
  expect((await arm(none, limits)).ruling('latency')?.sentence).toBe(
    'The p95 latency cannot be told: only fallbacks answered, and the rest came from the cache.',
  );
});

test('the names of models stay in a cause, and ids of requests do not', async () => {
  const extra = { model: 'openai:gpt-5-mini-2026-01-15', by: 'anthropic:claude-haiku-4-5' };
  const rows = [1, 2].map((n) =>
    foreign(`x${n}`, true, { ...extra, why: `gpt-5-mini-2026-01-15 failed (req_${n}f2a9c8d7e6b)` }),
  );
  expect((await arm(rows)).causes).toMatchObject([
    {
      trials: 2,
      message: 'answered by anthropic:claude-haiku-4-5 in its place: gpt-5-mini-2026-01-15 failed (…)',
    },
  ]);
});

test('asking a fallback is no retry', async () => {
  const row = foreign('x', true);
  row.outcome.attempts = [
    { ms: 1 },
    { ms: 1 },
    { ms: 1 },
    { ms: 1, model: 'other' },
    { ms: 1, model: 'other' },
  ];
  expect((await arm([row])).retries).toBe(3);
});

test('rows from before there was a cache or a fallback are read as they were', async () => {
  const old = JSON.parse(JSON.stringify(asked(2)));
  for (const { outcome } of old)
    for (const key of ['source', 'by', 'why']) expect(outcome).not.toHaveProperty(key);
  expect(await arm(old)).toMatchObject({
    answers: { asked: 2, cache: 0, cassette: 0 },
    latency: { count: 2 },
  });
});
