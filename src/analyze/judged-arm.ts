import type { BaselineLane } from '../domain/baseline.ts';
import type { EarlyStop } from '../domain/early-stop.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { RunArm, RunSuite } from '../domain/run.ts';
import type { ArmSummary, Notable, SuiteSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { armFold } from './arm-fold.ts';
import { compare } from './compare/compare.ts';
import { decide } from './decide.ts';
import { judgeFold } from './judging/judge-fold.ts';
import { type JudgeStanding, judgeStanding } from './judging/judge-standing.ts';
import { type ResultsFold, resultsFold } from './results-fold.ts';

/** Counts the rows of one arm, holds them against its baseline, and decides. */
export type JudgedArm = { add(row: TrialRow): void; end(): SuiteSummary['arms'][number] };

/** The first answer of each case that failed, else of one without a verdict. */
function textsOf(notable: readonly Notable[]): Map<string, Notable> {
  const texts = new Map<string, Notable>();
  for (const one of notable) {
    const known = texts.get(one.case);
    if (!known || (known.status !== 'failed' && one.status === 'failed')) texts.set(one.case, one);
  }
  return texts;
}

type Held = { suite: RunSuite; lane: BaselineLane; evidence: Evidence };

/** Whether verdicts rest on a judge at all. */
const restsOnJudge = ({ questions = [] }: RunSuite) => questions.some(({ counts }) => counts);

function comparisonOf(
  results: ResultsFold,
  notable: readonly Notable[],
  { suite, lane, evidence }: Held,
  standing: JudgeStanding | undefined,
  stop?: EarlyStop,
) {
  const { accepted, aa, regraded, ...stored } = lane;
  const beside = { accepted, ...(regraded ? { regraded } : {}) };
  const unseen = Math.max(0, suite.cases - results.seen());
  const candidate = {
    ...{ results: results.end(), label: 'this run', texts: textsOf(notable), unseen },
    observed: results.observed(),
  };
  return compare({ results: stored, label: 'baseline', ...beside }, candidate, {
    gate: suite.gate,
    quarantine: suite.quarantine ?? [],
    redraws: evidence.redraws,
    canary: evidence.canary,
    isPartial: suite.cases < suite.casesInSuite,
    ...(suite.stopEarly ? { early: { stop } } : {}),
    ...(standing ? { standing } : {}),
    ...(aa === undefined ? {} : { discordance: aa.discordance }),
  });
}

/**
 * Starts the counts of one arm. What is reported has all cases; what the gate decides by is without those in quarantine.
 * Results are kept by case only where the lane has a baseline.
 */
export function judgedArm(suite: RunSuite, arm: RunArm, evidence: Evidence | undefined): JudgedArm {
  const baseline = evidence?.baselines.get(suite.name);
  const lane = baseline?.lanes.find((one) => one.arm.lane === arm.lane);
  const quarantined = new Set(suite.quarantine?.map((one) => one.case));
  const shown = armFold(suite, arm);
  const counted = quarantined.size > 0 ? armFold(suite, arm, quarantined) : undefined;
  const calibrations = evidence?.calibrations ?? [];
  const judged = suite.questions ? judgeFold(suite, calibrations) : undefined;
  const held = evidence && lane ? { suite, lane, evidence, results: resultsFold(suite, arm) } : undefined;
  return {
    add(row) {
      for (const fold of [shown, counted, held?.results, judged]) fold?.add(row);
    },
    end() {
      const stop = evidence?.stopped?.find((one) => one.suite === suite.name && one.arm === arm.id);
      const judges = judged ? { judges: judged.end() } : {};
      const standing = restsOnJudge(suite) ? judgeStanding(suite, calibrations, judges.judges) : undefined;
      const summary: ArmSummary = { ...shown.end(stop?.skipped), ...judges };
      const compared = held
        ? { comparison: comparisonOf(held.results, summary.notable, held, standing, stop) }
        : {};
      const decided = { ...(counted?.end(stop?.skipped) ?? summary), ...judges, ...compared };
      const rulings = decide(decided, suite, { hasBaseline: (baseline?.lanes.length ?? 0) > 0, standing });
      return { ...summary, ...compared, rulings };
    },
  };
}
