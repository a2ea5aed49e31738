import { expect, test } from 'vitest';
import { resultsFold } from '../../../src/analyze/results-fold.ts';
import { summarize } from '../../../src/analyze/summarize.ts';
import type { EarlyStop } from '../../../src/domain/early-stop.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { acceptance, plainGate } from '../compare/make-results.ts';
import { makeRow, makeRun, makeSuite } from '../make-row.ts';

/** So many rows of which the first ones failed; every other one is in the slice. */
const rows = (n: number, failed = 0): TrialRow[] =>
  Array.from({ length: n }, (_, i) =>
    makeRow({ case: `c${i}`, status: i < failed ? 'failed' : 'passed', tags: i % 2 ? ['half'] : [] }),
  );

const makeStop = (more: Partial<EarlyStop> = {}): EarlyStop => ({
  ...{ suite: 'suite', arm: 'model', verdict: 'INCONCLUSIVE', after: 30, of: 200, skipped: 0 },
  sets: [{ verdict: 'INCONCLUSIVE', after: 30, of: 200, low: -0.3, high: 0.1 }],
  ...more,
});

/** A run of 200 planned cases, all of which passed before. */
function judge(list: TrialRow[], stop: EarlyStop | undefined, gate: Partial<Gate> = {}) {
  const size = { cases: 200, casesInSuite: 200, stopEarly: { key: 'k' } };
  const suite = makeSuite({ ...size, gate: { ...plainGate, ...gate } });
  const fold = resultsFold(suite, suite.arms[0]!);
  for (const row of rows(200)) fold.add(row);
  const lanes = [{ ...fold.end(), accepted: acceptance }];
  const baselines = new Map([['suite', { schemaVersion: 1 as const, suite: 'suite', lanes }]]);
  const sum = summarize(makeRun([suite]), {
    ...{ baselines, redraws: [], canary: [] },
    ...(stop ? { stopped: [stop] } : {}),
  });
  for (const row of list) sum.add(row);
  const summary = sum.end();
  return { summary, suite: summary.suites[0]!, arm: summary.suites[0]!.arms[0]! };
}

const failed = makeStop({
  ...{ verdict: 'FAIL', by: 'e-process', skipped: 168 },
  sets: [{ verdict: 'FAIL', by: 'e-process', after: 30, of: 200, low: -0.7, high: -0.1 }],
});

test('the verdict that ended it is the verdict, and what was not asked is not missing', () => {
  const { summary, suite, arm } = judge(rows(32, 9), failed);
  expect(summary).toMatchObject({ missing: 0, interrupted: false, exitCode: 1 });
  expect(suite.verdict).toBe('FAIL');
  expect(arm).toMatchObject({
    planned: 32,
    unresolvedWeight: 0,
    rulings: [{ verdict: 'fail' }, { rule: 'errors', verdict: 'pass' }],
  });
  expect(arm.comparison).toMatchObject({
    verdict: 'FAIL',
    confidence: 0.95,
    stopped: { after: 30, of: 200, by: 'e-process', low: -0.7, high: -0.1, saved: 168 },
    all: {
      pairs: 32,
      losses: 9,
      low: -0.7,
      high: -0.1,
      interval: 'confidence sequence',
      worse: null,
      notWorse: null,
    },
    unpaired: { removed: [] },
  });
  expect(arm.comparison!.missing).toBeUndefined();
  expect(arm.rulings[0]!.sentence).toMatchInlineSnapshot(
    `"FAIL: worse than the baseline (32 pairs, 9 losses, 0 gains; 71.9 % after 100 %, −28.1 points, 95 % confidence sequence −70.0 to −10.0). It ended early, after 30 of 200 cases, which saved 168 calls: the evidence was enough."`,
  );
});

test('without the file of it, what was not asked is missing', () => {
  const { summary, arm } = judge(rows(32, 9), undefined);
  expect(summary.missing).toBe(168);
  expect(arm.planned).toBe(200);
  expect(arm.comparison!.stopped).toBeUndefined();
});

test('a row that was lost since is missing', () => {
  expect(judge(rows(31, 9), failed).summary.missing).toBe(1);
});

const half = (more: object) => ({ slice: 'half', after: 15, of: 100, low: -0.2, high: 0.2, ...more });

test('each slice has its own verdict and interval; one that is too small holds nothing up', () => {
  const all = { verdict: 'PASS', by: 'e-process', after: 30, of: 200, low: -0.02, high: 0.1 } as const;
  const sets = [all, half({ verdict: 'INCONCLUSIVE', isTooSmall: true }) as EarlyStop['sets'][number]];
  const stop = makeStop({ verdict: 'PASS', by: 'e-process', skipped: 170, sets });
  const { suite, arm } = judge(rows(30), stop, { slices: ['half', 'none'] });
  expect(suite.verdict).toBe('PASS');
  expect(arm.comparison!.slices).toMatchObject([
    { name: 'half', verdict: 'INCONCLUSIVE', isTooSmall: true, low: -0.2, high: 0.2 },
    { name: 'none', verdict: 'INCONCLUSIVE', isTooSmall: true, pairs: 0 },
  ]);
  expect(arm.rulings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
    'comparison pass',
    'slice warn',
    'slice warn',
    'errors pass',
  ]);
});

test('a slice that ended it: all pairs say nothing by themselves', () => {
  const open = { verdict: 'INCONCLUSIVE', after: 30, of: 200, low: -0.3, high: 0.1 } as const;
  const sets = [open, half({ verdict: 'FAIL', by: 'e-process' }) as EarlyStop['sets'][number]];
  const stop = makeStop({ verdict: 'FAIL', by: 'e-process', skipped: 170, sets });
  const { suite, arm } = judge(rows(30, 4), stop, { slices: ['half'] });
  expect(suite.verdict).toBe('FAIL');
  expect(arm.comparison!.all.verdict).toBe('INCONCLUSIVE');
  // As it was planned: the few that were asked do not make it small.
  expect(arm.comparison!.slices[0]!.isTooSmall).toBe(false);
  expect(arm.rulings.map(({ rule, verdict }) => `${rule} ${verdict}`).slice(0, 2)).toEqual([
    'comparison inconclusive',
    'slice fail',
  ]);
});

test('looked at to the end, the gate has the error that is left, and says so', () => {
  // Two losses of 200: p is .045 by the exact test, which is enough at 5 % and not at 4 %.
  const { arm } = judge(rows(200, 4), makeStop({ after: 200 }));
  expect(arm.comparison).toMatchObject({ confidence: 0.96, split: { looks: 0.01, end: 0.04 } });
  expect(arm.rulings[0]!.sentence).toContain(
    'Looking after every case took 1.0 % of the error, so the gate at the end had 4.0 %.',
  );
});

test('a set that was proven not worse stays so at the end', () => {
  const open = makeStop({ after: 200 });
  const proven = { verdict: 'PASS', by: 'e-process', after: 200, of: 200, low: -0.04, high: 0.1 } as const;
  const list = rows(200, 8);
  expect(judge(list, open).arm.comparison!.verdict).not.toBe('PASS');
  expect(judge(list, { ...open, sets: [proven] }).arm.comparison!.verdict).toBe('PASS');
  // A slice of which that was not proven holds it up.
  const gate = { slices: ['half'] };
  expect(judge(list, { ...open, sets: [proven] }, gate).arm.comparison!.slices[0]!.verdict).not.toBe('PASS');
  expect(judge(list, { ...open, sets: [proven] }, gate).arm.comparison!.verdict).not.toBe('PASS');
});
