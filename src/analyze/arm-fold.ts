import type { RunArm, RunSuite } from '../domain/run.ts';
import { type Status, statuses } from '../domain/status.ts';
import type { ArmSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';
import { answerFold } from './answer-fold.ts';
import { causeFold } from './cause-fold.ts';
import { graderFold } from './grader-fold.ts';
import { notableFold } from './notable-fold.ts';
import { rateFold } from './rate-fold.ts';
import { robustnessFold } from './robustness/robustness-fold.ts';
import { scoreFold } from './score-fold.ts';
import { sliceFold } from './slice-fold.ts';
import { standInFold } from './stand-in-fold.ts';

/** Counts the rows of one arm of one suite. */
export type ArmFold = {
  add(row: TrialRow): void;
  /** `skipped` trials were left out on purpose, as its verdict was proven before: they are as if never planned. */
  end(skipped?: number): ArmSummary;
};

/** The weights of rows without a verdict, and the largest of all. */
function unresolvedFold() {
  const weights = exactSum();
  let largest = 0;
  return {
    add(row: TrialRow) {
      largest = Math.max(largest, row.weight);
      if (row.status === 'errored' || row.status === 'ungraded') weights.add(row.weight);
    },
    end: (missing: number) => weights.end() + missing * (largest || 1),
  };
}

const nobody: ReadonlySet<string> = new Set();

/** Starts the counts of one arm; `planned` is cases × repeats. Rows of the cases in `without` are as if never planned. */
export function armFold(suite: RunSuite, arm: RunArm, without: ReadonlySet<string> = nobody): ArmFold {
  const leftOut = new Set<string>();
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  const [rate, tags, adversarial] = [
    rateFold(suite.repeat),
    sliceFold(suite.repeat),
    sliceFold(suite.repeat),
  ];
  const [score, graders, answers] = [scoreFold(), graderFold(), answerFold()];
  const [causes, notable, unresolved] = [causeFold(), notableFold(), unresolvedFold()];
  const standIns = standInFold();
  const robust = robustnessFold(suite, without);
  let seen = 0;
  const planned = (skipped: number) => (suite.cases - leftOut.size) * suite.repeat - skipped;
  return {
    add(row) {
      if (without.has(row.case)) return void leftOut.add(row.case);
      seen += 1;
      counts[row.status] += 1;
      for (const fold of [rate, answers, standIns, causes, notable, unresolved, robust]) fold.add(row);
      if (row.score !== null) score.add(row.score, row.weight);
      // The grades of an answer that does not count say nothing of this arm.
      if (row.status !== 'errored') graders.add(row.grades);
      tags.add(row.tags, row);
      if (row.adversarial !== undefined) adversarial.add([row.adversarial], row);
    },
    end: (skipped = 0) => ({
      arm: arm.id,
      lane: arm.lane,
      ...(arm.prompt === undefined ? {} : { prompt: arm.prompt }),
      model: arm.model,
      planned: planned(skipped),
      counts: { ...counts },
      observed: counts.skipped,
      ...rate.end(),
      ...score.end(),
      unresolvedWeight: unresolved.end(Math.max(0, planned(skipped) - seen)),
      causes: causes.end(),
      tags: tags.end(),
      adversarial: adversarial.end(),
      graders: graders.end(),
      ...robust.end(),
      ...answers.end(),
      ...standIns.end(),
      ...notable.end(),
    }),
  };
}
