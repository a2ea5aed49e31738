import { summarize } from '../../src/analyze/summarize.ts';
import type { Calibration } from '../../src/domain/calibration.ts';
import type { Report } from '../../src/domain/reporter.ts';
import { makeCalibration, makeJudgement, makeQuestion } from '../analyze/judging/make-calibration.ts';
import { grade, makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';

const reasons = { true: 'It names the 30 days.', false: 'It promises a refund after a year.' };

function row(index: number) {
  const passed = index % 5 !== 4;
  const isSilent = index === 13;
  const verdict = isSilent ? undefined : passed;
  const judgement = makeJudgement(isSilent ? null : passed, {
    samples: isSilent
      ? []
      : [0, 1].map(() => ({
          verdict: passed ? 'pass' : 'fail',
          score: Number(passed),
          reason: reasons[`${passed}`],
        })),
    calls: 2,
    asked: index < 30 ? 2 : 1,
  });
  return makeRow({
    suite: 'refund-policy',
    case: `question-${index}`,
    text: passed ? 'Within 30 days, unused.' : 'Whenever you like.',
    status: isSilent ? 'ungraded' : passed ? 'passed' : 'failed',
    grades: [
      grade(
        'polite',
        verdict,
        isSilent
          ? 'the judge strict gave no verdict in two tries: it is empty'
          : `${passed ? 'pass' : 'fail'}: 2 of 2: ${reasons[`${passed}`]}`,
      ),
    ],
    judgements: [judgement],
  });
}

function report(calibrations: Calibration[]): Report {
  const rows = Array.from({ length: 40 }, (_, index) => row(index));
  const suite = makeSuite({
    name: 'refund-policy',
    hasGate: true,
    gate: { confidence: 0.95, slices: [], errors: 0.05, floor: { pass: 70 } },
    questions: [makeQuestion({ samples: 3 })],
    cases: rows.length,
    casesInSuite: rows.length,
  });
  const run = makeRun([suite]);
  const fold = summarize(run, { baselines: new Map(), calibrations, redraws: [], canary: [] });
  for (const one of rows) fold.add(one);
  return {
    run,
    summary: fold.end(),
    folder: `.evals/runs/${run.id}`,
    rows: async function* () {
      yield* rows;
    },
  };
}

/** Runs that a judge has graded, by what is known of it. */
export const judgedReports: Record<string, () => Report> = {
  'judge-unknown': () => report([]),
  'judge-fit': () => report([makeCalibration({ suite: 'refund-policy' })]),
  'judge-unfit': () =>
    report([
      makeCalibration({
        suite: 'refund-policy',
        counts: { truePass: 20, missedPass: 10, trueFail: 10, missedFail: 5 },
        j: { value: 0.333, low: 0.02, high: 0.6 },
        repeats: { times: 3, items: 20, flips: 4, share: { rate: 0.2, low: 0.06, high: 0.44 } },
      }),
    ]),
};
