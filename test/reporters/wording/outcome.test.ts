import { expect, test } from 'vitest';
import { summarize } from '../../../src/analyze/summarize.ts';
import type { SuiteSummary, Summary } from '../../../src/domain/summary.ts';
import { outcome } from '../../../src/reporters/wording/outcome.ts';
import { makeRow, makeRun, makeSuite } from '../../analyze/make-row.ts';

type Status = 'passed' | 'failed' | 'ungraded';

function ended(statuses: Status[], costUsd: number | null = 0.25) {
  const names = statuses.map((_, index) => `s${index}`);
  const fold = summarize(makeRun(names.map((name) => makeSuite({ name }))));
  for (const [index, status] of statuses.entries())
    fold.add(makeRow({ suite: names[index]!, status, costUsd }));
  return outcome(fold.end());
}

test.each<[Status[], string, string]>([
  [['passed'], 'PASS', '1 suite passed'],
  [['passed', 'passed'], 'PASS', '2 suites passed'],
  [['failed'], 'FAIL', 'the suite failed'],
  [['ungraded'], 'INCOMPLETE', 'the suite could not be decided'],
  [['passed', 'ungraded'], 'INCOMPLETE', '1 of 2 suites could not be decided'],
  [['passed', 'failed', 'ungraded'], 'FAIL', '1 of 3 suites failed, 1 could not be decided'],
])('%j is %s', (statuses, verdict, what) => expect(ended(statuses)).toMatchObject({ verdict, what }));

test('an unknown price is said, never $0', () => {
  expect(ended(['passed', 'passed']).took).toBe('$0.50 · 1.1 s');
  expect(ended(['passed'], null).took).toBe('cost unknown · 1.1 s');
});

test.each<[SuiteSummary['verdict'][], Summary['exitCode'], string, string]>([
  [['INCONCLUSIVE'], 0, 'INCONCLUSIVE', "the suite's comparison is inconclusive"],
  [['INCONCLUSIVE'], 3, 'INCONCLUSIVE', "the suite's comparison is inconclusive"],
  [['STALE'], 3, 'STALE', "the suite's baseline is stale"],
  [['PASS', 'INCONCLUSIVE', 'PASS'], 0, 'INCONCLUSIVE', '1 of 3 suites inconclusive'],
  [['INCONCLUSIVE', 'STALE'], 3, 'STALE', '1 of 2 suites held against a stale baseline, 1 inconclusive'],
  [
    ['INCONCLUSIVE', 'INCOMPLETE', 'STALE', 'FAIL', 'PASS'],
    1,
    'FAIL',
    '1 of 5 suites failed, 1 held against a stale baseline, 1 could not be decided, 1 inconclusive',
  ],
  [['PASS'], 3, 'INCOMPLETE', '1 suite passed'],
])('suites %j with exit code %i are %s', (verdicts, exitCode, verdict, what) => {
  const fold = summarize(makeRun([makeSuite()]));
  fold.add(makeRow({}));
  const summary = fold.end();
  const [suite] = summary.suites;
  const suites = verdicts.map((each) => ({ ...suite!, verdict: each }));
  expect(outcome({ ...summary, suites, exitCode })).toMatchObject({ verdict, what });
});
