import { expect, test } from 'vitest';
import { caseHistory } from '../../../src/analyze/cases/case-history.ts';
import { historyProblems } from '../../../src/analyze/cases/history-problems.ts';
import { historyStanding } from '../../../src/analyze/cases/history-standing.ts';
import type { Run } from '../../../src/domain/run.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { placed } from './placed.ts';

const [v3, v4] = ['refund@v3 · fast', 'refund@v4 · fast'];
/** Both arms with the text of their prompts, which is what an arm is told by. */
const toRun = (id: string, texts: Record<string, string> = { [v3]: 'three', [v4]: 'four' }) =>
  ({
    id,
    suites: [
      {
        name: 'refund',
        arms: Object.entries(texts).map(([arm, promptDigest]) => ({
          id: arm,
          promptDigest,
          modelId: 'fast',
          provider: 'openai',
          settings: {},
        })),
      },
    ],
  }) as unknown as Run;
const toRow = (status: TrialRow['status'], arm = v3, rest: Partial<TrialRow> = {}) =>
  ({
    suite: 'refund',
    case: 'a',
    caseDigest: 'digest of a',
    gradersDigest: 'graders',
    status,
    arm,
    ...rest,
  }) as TrialRow;

const fold = (...rows: [Run, TrialRow][]) => {
  const history = caseHistory('refund', [placed('a').one]);
  for (const [run, row] of rows) history.add(run, row);
  return history.end();
};
const runs = ['1', '2', '3'].map((id) => toRun(id));

test.each([
  ['three runs pass', runs.map((run) => [run, toRow('passed')]), 'passes'],
  ['two runs pass', runs.slice(1).map((run) => [run, toRow('passed')]), 'unknown'],
  ['three runs fail', runs.map((run) => [run, toRow('failed')]), 'fails'],
  ['v3 fails, v4 passes', [[runs[0], toRow('failed')], [runs[1], toRow('passed', v4)]], 'tells'],
  ['v3 passes and fails in one run', [[runs[0], toRow('failed')], [runs[0], toRow('passed')]], 'flaky'],
  ['v3 passes and fails in two runs', [[runs[0], toRow('failed')], [runs[1], toRow('passed')]], 'flaky'],
  ['v3 was edited in between', [[runs[0], toRow('failed')], [toRun('x', { [v3]: 'edited' }), toRow('passed')]], 'tells'],
  ['errored', runs.map((run) => [run, toRow('errored')]), 'unknown'],
  ['another case digest', runs.map((run) => [run, toRow('failed', v3, { caseDigest: 'old' })]), 'unknown'],
  ['other graders', runs.map((run) => [run, toRow('failed', v3, { gradersDigest: 'old' })]), 'unknown'],
  ['another suite', runs.map((run) => [run, toRow('failed', v3, { suite: 'other' })]), 'unknown'],
  ['a case that is gone', runs.map((run) => [run, toRow('failed', v3, { case: 'gone' })]), 'unknown'],
] as [string, [Run, TrialRow][], string][])('%s', (_, rows, standing) => {
  expect(historyStanding(fold(...rows).get('a'))).toBe(standing);
}); // biome-ignore format: one row a line

test('what is told of it, and where', () => {
  const cases = [placed('a', {}, 4), placed('b', {}, 5), placed('c', {}, 6), placed('d', {}, 7)];
  const suite = { file: 'evals/refund.eval.yaml', line: 1, column: 8 };
  const history = (passed: number, failed: number) => ({ runs: 4, passed, failed, arms: [{ arm: v3, passed, failed }] });
  const histories = new Map([['a', history(0, 4)], ['b', history(3, 1)], ['c', history(4, 0)]]);
  const found = historyProblems(cases, histories, 'refund', suite);
  expect(found.map(({ code, place }) => [code, place?.line])).toEqual([
    ['cases-always-pass', 1],
    ['case-always-fails', 4],
    ['case-flaky', 5],
  ]);
  expect(found[2]!.message).toContain('passed it 3 times and failed it once');
}); // biome-ignore format: maps of one line
