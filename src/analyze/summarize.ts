import type { Evidence } from '../domain/evidence.ts';
import { exitCode } from '../domain/exit-code.ts';
import type { Run } from '../domain/run.ts';
import type { SuiteSummary, Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { veiled } from './holdout/veiled.ts';
import { suiteFold } from './suite-fold.ts';

/** Takes rows one by one; `end` may be asked at any time, and again after more rows. */
export type SummaryFold = { add(row: TrialRow): void; end(): Summary };

/** The moment in which a trial was finished, milliseconds since 1970. */
const finishedAt = (row: TrialRow) =>
  Date.parse(row.startedAt) +
  row.outcome.attempts.reduce((sum, attempt) => sum + attempt.ms, row.outcome.waitedMs);

/** 1 before 3 before 0: what could not be decided must not hide a failure that is proven. */
function worst(suites: readonly SuiteSummary[]): Summary['exitCode'] {
  const codes = suites.map((suite) => suite.exitCode);
  return [exitCode.gateFailed, exitCode.incomplete].find((code) => codes.includes(code)) ?? exitCode.done;
}

/**
 * Starts the summary of a run: a fold over its rows in any order, each trial's row once. Of a holdout it tells what may
 * be told, and nothing else gets out of here.
 * Memory does not grow with the rows, but for eight bytes a latency, and counts by case under repeats or groups or where
 * there is a baseline. The rows of the evidence are read anew at each `end`.
 * Throws `Error` at a row whose suite or arm the run does not name.
 */
export function summarize(run: Run, evidence?: Evidence): SummaryFold {
  const folds = run.suites.map((suite) => suiteFold(suite, evidence));
  const byName = new Map(run.suites.map(({ name }, index) => [name, folds[index]!]));
  const started = Date.parse(run.startedAt);
  const isVeiled = run.suites.some(({ holdout }) => holdout !== undefined);
  let rows = 0;
  let ms = 0;
  return {
    add(row) {
      if (!byName.get(row.suite)?.add(row))
        throw new Error(
          `The run does not name the suite and arm of ${isVeiled ? 'a trial' : `trial "${row.id}"`}.`,
        );
      rows += 1;
      ms = Math.max(ms, finishedAt(row) - started);
    },
    end() {
      const ended = folds.map((fold) => fold.end());
      const skipped = (evidence?.stopped ?? []).reduce((sum, one) => sum + one.skipped, 0);
      const missing = Math.max(0, run.trials - rows - skipped);
      const whole: Summary = {
        schemaVersion: 1,
        run: run.id,
        startedAt: run.startedAt,
        ms: Math.round(ms),
        missing,
        interrupted: missing > 0,
        suites: ended,
        exitCode: worst(ended),
      };
      return veiled(whole, run);
    },
  };
}
