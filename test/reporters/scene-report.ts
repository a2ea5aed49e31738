import { summarize } from '../../src/analyze/summarize.ts';
import { type ExitCode, exitCode } from '../../src/domain/exit-code.ts';
import type { Report } from '../../src/domain/reporter.ts';
import type { SuiteSummary } from '../../src/domain/summary.ts';
import { grade, makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';
import type { Scene } from './comparisons.ts';

type Verdict = Pick<SuiteSummary, 'verdict' | 'exitCode'>;

const passing = ['bought-1-day-ago', 'invoice-1', 'invoice-2'];
const old = ['hopeless'];

/** As the gate puts rulings together; what is inconclusive does not stop a pull request here. */
function toVerdict({ rulings }: Scene): Verdict {
  const has = (verdict: string) => rulings.some((ruling) => ruling.verdict === verdict);
  const as = (verdict: Verdict['verdict'], code: ExitCode) => ({ verdict, exitCode: code });
  if (has('fail')) return as('FAIL', exitCode.gateFailed);
  if (rulings.some(({ rule }) => rule === 'stale')) return as('STALE', exitCode.incomplete);
  return has('inconclusive') ? as('INCONCLUSIVE', exitCode.done) : as('PASS', exitCode.done);
}

/** A run with one arm that ended as a scene says: a row for each flip, some that pass, one that failed before too. */
export function sceneReport(scene: Scene): Report {
  const { flips, unpaired } = scene.comparison;
  const names = {
    arm: 'refund-policy@v4 · openai:gpt-5-mini',
    prompt: 'refund-policy@v4',
    model: 'openai:gpt-5-mini',
  };
  const equal = (passed: boolean) => [
    grade('equals', passed, passed ? 'equal' : 'not equal to the expected answer'),
  ];
  const row = (name: string, passed: boolean) =>
    makeRow({
      ...names,
      suite: 'refund-policy',
      case: name,
      text: passed ? 'eligible' : 'no',
      expect: 'eligible',
      status: passed ? 'passed' : 'failed',
      grades: equal(passed),
    });
  const failing = flips.filter(({ direction }) => direction === 'loss').map((flip) => flip.case);
  const apart = unpaired.quarantined.map((one) => one.case);
  const rows = [
    ...passing.map((name) => row(name, true)),
    ...[...failing, ...apart, ...old].map((name) => row(name, false)),
  ];
  const suite = makeSuite({
    name: 'refund-policy',
    file: 'evals/refund-policy.eval.yaml',
    hasGate: true,
    arms: [{ ...makeSuite().arms[0]!, id: names.arm, prompt: names.prompt, model: names.model }],
    quarantine: apart.map((name) => ({ case: name, reason: 'the upstream is flaky', until: '2026-12-31' })),
    cases: rows.length,
    casesInSuite: rows.length,
  });
  const run = makeRun([suite]);
  const fold = summarize(run);
  for (const one of rows) fold.add(one);
  const summary = fold.end();
  const verdict = toVerdict(scene);
  const arms = summary.suites[0]!.arms.map((arm) => ({ ...arm, ...scene }));
  return {
    run,
    summary: { ...summary, suites: [{ suite: suite.name, arms, ...verdict }], exitCode: verdict.exitCode },
    folder: `.evals/runs/${run.id}`,
    rows: async function* () {
      yield* rows;
    },
  };
}
