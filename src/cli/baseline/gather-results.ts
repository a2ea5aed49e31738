import { type ResultsFold, resultsFold } from '../../analyze/results-fold.ts';
import type { ArmResults } from '../../domain/arm-results.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunArm, RunSuite } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { Refusal } from '../refusal.ts';

/** One arm of one suite of a run, case by case, and what of it is there. */
export type GatheredArm = {
  suite: RunSuite;
  arm: RunArm;
  results: ArmResults;
  /** Planned answers, and those among them that did not run, or have no verdict. */
  planned: number;
  missing: number;
  unresolved: number;
  /** Answers for which nobody was asked: from the cache or a cassette. */
  unasked: number;
};

type Count = { fold: ResultsFold; rows: number; unresolved: number; unasked: number };

const key = (suite: string, arm: string) => `${suite}\n${arm}`;

/** Goes through the rows of a run once. Throws a `Refusal` at a row of another run. */
export async function gatherResults(run: Run, rows: AsyncIterable<TrialRow>): Promise<GatheredArm[]> {
  const counts = new Map<string, Count>();
  for (const suite of run.suites) {
    for (const arm of suite.arms)
      counts.set(key(suite.name, arm.id), {
        fold: resultsFold(suite, arm),
        rows: 0,
        unresolved: 0,
        unasked: 0,
      });
  }
  for await (const row of rows) {
    const count = counts.get(key(row.suite, row.arm));
    if (!count)
      throw new Refusal([problems.foreignRow({ id: run.id, detail: `it has no arm of "${row.id}".` })]);
    count.fold.add(row);
    count.rows += 1;
    count.unresolved += row.status === 'errored' || row.status === 'ungraded' ? 1 : 0;
    count.unasked += row.outcome.source === undefined ? 0 : 1;
  }
  return run.suites.flatMap((suite) => suite.arms.map((arm) => toArm(suite, arm, counts)));
}

function toArm(suite: RunSuite, arm: RunArm, counts: ReadonlyMap<string, Count>): GatheredArm {
  const { fold, rows, unresolved, unasked } = counts.get(key(suite.name, arm.id))!;
  const planned = suite.cases * suite.repeat;
  return { suite, arm, results: fold.end(), planned, missing: planned - rows, unresolved, unasked };
}
