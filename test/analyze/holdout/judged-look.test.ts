import { expect, test } from 'vitest';
import { summarize } from '../../../src/analyze/summarize.ts';
import type { Calibration } from '../../../src/domain/calibration.ts';
import type { RunHoldout } from '../../../src/domain/run.ts';
import { plainGate } from '../compare/make-results.ts';
import { makeCalibration, makeJudgement, makeQuestion } from '../judging/make-calibration.ts';
import { grade, makeRow, makeRun, makeSuite } from '../make-row.ts';

/** A look at so many cases that a judge passes on both sides. */
function look(kind: RunHoldout['kind'], cases: number, calibrations: Calibration[]) {
  const plain = makeSuite().arms[0]!;
  const baseline = { ...plain, id: 'baseline: model', modelId: 'older' };
  const suite = makeSuite({
    ...{ cases, casesInSuite: cases, hasGate: true, gate: plainGate, questions: [makeQuestion()] },
    holdout: { kind, baseline: [baseline], unchanged: [], before: 0 },
  });
  const fold = summarize(makeRun([suite], { trials: 2 * cases }), {
    ...{ baselines: new Map(), calibrations, redraws: [], canary: [] },
  });
  for (let i = 0; i < cases; i++)
    for (const arm of [plain.id, baseline.id])
      fold.add(
        makeRow({
          ...{ arm, lane: plain.lane, case: `c${i}`, text: `output ${i}`, judgements: [makeJudgement(true)] },
          grades: [grade('polite', true, 'r')],
        }),
      );
  return fold.end().suites[0]!;
}

// 59 cases are enough for 5 points, and 71 for the 4.2 that are left of them behind a judge whose J is 0.83.
test.each([
  [70, 'INCONCLUSIVE', 'NOT-PASS'],
  [71, 'PASS', 'PASS'],
])('%d unchanged cases behind a judge: tested at J times the margin', (cases, frozen, sealed) => {
  const suite = look('frozen', cases, [makeCalibration()]);
  expect(suite.verdict).toBe(frozen);
  expect(suite.arms[0]!.comparison!.judged!.margin).toBeCloseTo(0.05 * 0.8305, 5);
  expect(look('sealed', cases, [makeCalibration()]).verdict).toBe(sealed);
});

test('a judge that nobody knows breaks the run: nothing is told of a sealed holdout', () => {
  expect(look('frozen', 71, [])).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 3 });
  expect(look('sealed', 71, [])).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 3, arms: [] });
});
