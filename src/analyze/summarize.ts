import type { Evidence } from '../domain/evidence.ts';
import { exitCode } from '../domain/exit-code.ts';
import type { Run, RunSuite } from '../domain/run.ts';
import type { SuiteSummary, Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { afreshOf } from './afresh-of.ts';
import { type JudgedArm, judgedArm } from './judged-arm.ts';
import { askedAgain } from './rules/asked-again.ts';
import { toVerdict } from './to-verdict.ts';

/** Takes rows one by one; `end` may be asked at any time, and again after more rows. */
export type SummaryFold = { add(row: TrialRow): void; end(): Summary };

/** The moment in which a trial was finished, milliseconds since 1970. */
const finishedAt = (row: TrialRow) =>
  Date.parse(row.startedAt) +
  row.outcome.attempts.reduce((sum, attempt) => sum + attempt.ms, row.outcome.waitedMs);

/** An arm with what was asked beside its trials. */
function withAfresh(arm: SuiteSummary['arms'][number], suite: RunSuite, evidence: Evidence | undefined) {
  const afresh = afreshOf(suite, arm.arm, evidence);
  if (!afresh) return arm;
  const whole = { ...arm, afresh };
  return { ...whole, rulings: [...arm.rulings, ...askedAgain(whole)] };
}

function toSuite(suite: RunSuite, folds: readonly JudgedArm[], evidence: Evidence | undefined): SuiteSummary {
  const arms = folds.map((fold) => withAfresh(fold.end(), suite, evidence));
  const rulings = arms.flatMap((arm) => arm.rulings);
  return { suite: suite.name, arms, ...toVerdict(rulings, suite.gate) };
}

/** 1 before 3 before 0: what could not be decided must not hide a failure that is proven. */
function worst(suites: readonly SuiteSummary[]): Summary['exitCode'] {
  const codes = suites.map((suite) => suite.exitCode);
  return [exitCode.gateFailed, exitCode.incomplete].find((code) => codes.includes(code)) ?? exitCode.done;
}

/**
 * Starts the summary of a run: a fold over its rows in any order, each trial's row once.
 * Memory does not grow with the rows, but for eight bytes a latency, and counts by case under repeats or groups or where
 * there is a baseline. The rows of the evidence are read anew at each `end`.
 * Throws `Error` at a row whose suite or arm the run does not name.
 */
export function summarize(run: Run, evidence?: Evidence): SummaryFold {
  const suites = run.suites.map((suite) => ({
    suite,
    arms: new Map(suite.arms.map((arm) => [arm.id, judgedArm(suite, arm, evidence)])),
  }));
  const byName = new Map(suites.map((entry) => [entry.suite.name, entry.arms]));
  const started = Date.parse(run.startedAt);
  let rows = 0;
  let ms = 0;
  return {
    add(row) {
      const arm = byName.get(row.suite)?.get(row.arm);
      if (!arm) throw new Error(`The run does not name the suite and arm of trial "${row.id}".`);
      arm.add(row);
      rows += 1;
      ms = Math.max(ms, finishedAt(row) - started);
    },
    end() {
      const ended = suites.map(({ suite, arms }) => toSuite(suite, [...arms.values()], evidence));
      const skipped = (evidence?.stopped ?? []).reduce((sum, one) => sum + one.skipped, 0);
      const missing = Math.max(0, run.trials - rows - skipped);
      return {
        schemaVersion: 1,
        run: run.id,
        startedAt: run.startedAt,
        ms: Math.round(ms),
        missing,
        interrupted: missing > 0,
        suites: ended,
        exitCode: worst(ended),
      };
    },
  };
}
