import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { grade, makeRow, makeRun, makeSuite } from './make-row.ts';

const one = (rows: TrialRow[], suite = makeSuite({ cases: rows.length })) => {
  const fold = summarize(makeRun([suite]));
  for (const row of rows) fold.add(row);
  const summary = fold.end();
  return { summary, arm: summary.suites[0]!.arms[0]! };
};

test('counts, rate, score, cost, tokens, times and retries come from the rows', () => {
  const rows = [
    makeRow({ case: 'a', ms: 10, firstToken: 4, served: 'm-1' }),
    makeRow({ case: 'b', ms: 30, attempts: 3, served: 'm-2', warnings: ['dropped seed'] }),
    makeRow({ case: 'c', ms: 20, status: 'failed', costUsd: null, served: 'm-1', tags: ['x'] }),
    makeRow({ case: 'd', failure: 'down', attempts: 2 }),
    makeRow({ case: 'e', status: 'ungraded', grades: [grade('judge', undefined, 'mumbled')] }),
    makeRow({ case: 'f', status: 'skipped' }),
  ];
  const { arm, summary } = one(rows, makeSuite({ cases: 8 }));
  expect(arm.counts).toEqual({ passed: 2, failed: 1, errored: 1, ungraded: 1, skipped: 1 });
  expect(arm).toMatchObject({
    planned: 8,
    observed: 1,
    score: 2 / 3,
    served: { 'm-1': 2, 'm-2': 1 },
    cost: { usd: 0.004, unknown: 1 },
    tokens: { input: 500, output: 50, cached: 0, reasoning: 0 },
    latency: { count: 5, p50: 30, p95: 100, p99: 100, max: 100 },
    firstToken: { count: 1, p50: 4, p95: 4, p99: 4, max: 4 },
    retries: 3,
    warnings: ['dropped seed'],
    unresolvedWeight: 4,
    notableTotal: 3,
  });
  // Wilson for 2 of 3: R's prop.test(2, 3, correct = FALSE)
  expect(arm.rate).toMatchObject({ passed: 2, of: 3, method: 'Wilson' });
  expect(arm.rate.low).toBeCloseTo(0.2076596, 6);
  expect(arm.rate.high).toBeCloseTo(0.9385081, 6);
  expect(arm.notable.map((notable) => [notable.case, notable.status])).toEqual([
    ['c', 'failed'],
    ['d', 'errored'],
    ['e', 'ungraded'],
  ]);
  // d started after 1 s and took two attempts of 5 and 100 ms
  expect(summary).toMatchObject({ missing: 2, interrupted: true, ms: 1105 });
});

test('a rate of nothing is no rate', () => {
  const { arm } = one([makeRow({ failure: 'down' })]);
  expect(arm.rate).toEqual({ passed: 0, of: 0, rate: null, low: null, high: null, method: 'Wilson' });
  expect(arm.score).toBeNull();
});

test('repeats widen the interval: the case is the cluster, not the trial', () => {
  const rows = [1, 0, 1, 1, 0, 1].flatMap((passed, index) =>
    [1, 2, 3].map((repeat) => makeRow({ case: `c${index}`, repeat, status: passed ? 'passed' : 'failed' })),
  );
  const repeated = one(rows, makeSuite({ cases: 6, repeat: 3 })).arm.rate;
  const once = one(rows.filter((row) => row.repeat === 1)).arm.rate;
  expect(repeated.method).toBe('Wilson, clustered by case (only 6: too few to trust)');
  expect(repeated.high! - repeated.low!).toBeGreaterThanOrEqual(once.high! - once.low!);
});

// R 4.2: the first row of test/stats/clustered-rate.test.ts
test('groups are clusters, and a row without one stands alone', () => {
  const x = [1, 0, 1, 1, 0, 1, 1, 0];
  const g = ['a', 'a', 'b', 'b', 'b', undefined, 'd', 'd'];
  const rows = x.map((passed, index) => {
    const group = g[index] === undefined ? {} : { group: g[index] as string };
    return makeRow({ case: `c${index}`, status: passed ? 'passed' : 'failed', ...group });
  });
  const { rate } = one(rows).arm;
  expect(rate.low).toBeCloseTo(0.16687542008328, 9);
  expect(rate.high).toBeCloseTo(0.932741637581042, 9);
  expect(rate.method).toBe('Wilson, clustered by group (only 4: too few to trust)');
});

// R 4.2: the third row of test/stats/clustered-rate.test.ts
test('weights are shown beside the plain rate', () => {
  const weights = [3, 1, 1, 2, 5];
  const rows = [1, 0, 1, 1, 0].map((passed, index) =>
    makeRow({ case: `c${index}`, weight: weights[index]!, status: passed ? 'passed' : 'failed' }),
  );
  const { rate, weighted, score, weightedScore } = one(rows).arm;
  expect(rate).toMatchObject({ passed: 3, of: 5, method: 'Wilson' });
  expect(weighted).toMatchObject({ passed: 6, of: 12, rate: 0.5, method: 'Wilson, weighted' });
  expect(weighted?.low).toBeCloseTo(0.0446787049724153, 9);
  expect([score, weightedScore]).toEqual([0.6, 0.5]);
});

test('one trouble is one line, whatever its request ids', () => {
  const rows = [1, 2, 3].map((n) =>
    makeRow({ case: `c${n}`, failure: `500 (request req_${n}a7b6c5d4e3f2)` }),
  );
  const { arm } = one([...rows, makeRow({ case: 'd', failure: 'timeout' })]);
  expect(arm.causes).toEqual([
    { status: 'errored', message: '500 (request …)', trials: 3, case: 'c1' },
    { status: 'errored', message: 'timeout', trials: 1, case: 'd' },
  ]);
});

test('at most 1,000 are kept to be read, failed before the rest, and all are counted', () => {
  const errored = Array.from({ length: 1500 }, (_, n) =>
    makeRow({ case: `a-${n}`, failure: 'x'.repeat(9000) }),
  );
  const failed = makeRow({ case: 'z', status: 'failed', text: '𝄞'.repeat(5000) });
  const { arm } = one([...errored, failed]);
  expect(arm.notable).toHaveLength(1000);
  expect(arm.notableTotal).toBe(1501);
  const last = arm.notable.at(-1)!;
  expect(last.case).toBe('z');
  expect(last.got!.length).toBeLessThanOrEqual(2000);
  expect(last.got!.replace('…', '')).toMatch(/^𝄞+$/u);
});

test('a row that the run does not name is refused', () => {
  expect(() => one([makeRow({ arm: 'other' })])).toThrow('The run does not name the suite and arm of trial');
});

const rowArbitrary = fc.record({
  case: fc.constantFrom('c1', 'c2', 'c10', 'c3', 'ä'),
  repeat: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom('passed' as const, 'failed' as const, 'errored' as const, 'ungraded' as const),
  weight: fc.constantFrom(1, 0.1, 0.3, 7),
  costUsd: fc.constantFrom(null, 0.1, 0.2, 1e-7),
  ms: fc.integer({ min: 1, max: 9999 }),
  group: fc.constantFrom(undefined, 'g', 'h'),
  tags: fc.subarray(['x', 'y', '__proto__']),
  served: fc.constantFrom('m', '__proto__'),
});

test('the order of the rows changes nothing, to the last digit', async () => {
  const suite = makeSuite({ cases: 20, repeat: 3 });
  const lists = fc.uniqueArray(rowArbitrary, { selector: (x) => `${x.case}#${x.repeat}`, maxLength: 15 });
  const shuffled = lists.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const run = makeRun([suite]);
      const rows = (from: typeof list) =>
        from.map(({ group, ...row }) =>
          makeRow({
            ...row,
            ...(group ? { group } : {}),
            ...(row.status === 'errored' ? { failure: 'down' } : {}),
          }),
        );
      expect(await analyze(run, rows(other))).toEqual(await analyze(run, rows(list)));
    }),
  );
});

test('50,000 rows leave a small summary', () => {
  const fold = summarize(makeRun([makeSuite({ cases: 50_000 })]));
  for (let n = 0; n < 50_000; n++)
    fold.add(makeRow({ case: `c${n}`, ms: n, status: n % 10 === 0 ? 'failed' : 'passed' }));
  const arm = fold.end().suites[0]!.arms[0]!;
  expect(arm.counts).toMatchObject({ passed: 45_000, failed: 5000 });
  expect(arm.latency).toEqual({ count: 50_000, p50: 24_999, p95: 47_499, p99: 49_499, max: 49_999 });
  expect(arm.notable.map((notable) => notable.case).slice(0, 3)).toEqual(['c0', 'c10', 'c20']);
});
