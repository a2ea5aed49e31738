import type { BaselineLane } from '../domain/baseline.ts';
import type { EarlyStop } from '../domain/early-stop.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { RunArm, RunSuite } from '../domain/run.ts';
import type { ArmSummary, Notable, SuiteSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { armFold } from './arm-fold.ts';
import { compare } from './compare/compare.ts';
import type { ComparedSide } from './compare/compared-side.ts';
import { decide } from './decide.ts';
import { deflated } from './holdout/deflated.ts';
import type { ReferenceFold } from './holdout/reference-fold.ts';
import { withoutNames } from './holdout/without-names.ts';
import { askedAgain } from './judging/asked-again.ts';
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

/** What an arm is held against; `discordance` as in `CompareOptions`. */
type Against = { baseline: ComparedSide; discordance?: number };
type Held = { suite: RunSuite; against: Against; evidence: Evidence };

function ofLane({ accepted, aa, regraded, ...results }: BaselineLane): Against {
  const beside = { accepted, ...(regraded ? { regraded } : {}) };
  const baseline = { results, label: 'baseline', ...beside };
  return { baseline, ...(aa === undefined ? {} : { discordance: aa.discordance }) };
}

/** Whether verdicts rest on a judge at all. */
const restsOnJudge = ({ questions = [] }: RunSuite) => questions.some(({ counts }) => counts);

function comparisonOf(
  results: ResultsFold,
  notable: readonly Notable[],
  { suite, against, evidence }: Held,
  standing: JudgeStanding | undefined,
  stop?: EarlyStop,
) {
  const { baseline, discordance } = against;
  const unseen = Math.max(0, suite.cases - results.seen());
  const candidate = {
    ...{ results: results.end(), label: 'this run', texts: textsOf(notable), unseen },
    observed: results.observed(),
    variants: results.variants(),
  };
  return compare(baseline, candidate, {
    gate: suite.gate,
    quarantine: suite.quarantine ?? [],
    redraws: evidence.redraws,
    canary: evidence.canary,
    isPartial: suite.cases < suite.casesInSuite,
    ...(suite.stopEarly ? { early: { stop } } : {}),
    ...(standing ? { standing } : {}),
    ...(discordance === undefined ? {} : { discordance }),
  });
}

/** A holdout is told without its cases; what the best of several candidates is worth is told besides. */
function toTold(arm: ArmSummary, { holdout }: RunSuite): ArmSummary {
  const less = holdout && deflated(arm, holdout.before + 1);
  return less ? { ...arm, deflated: less } : arm;
}

/**
 * Starts the counts of one arm. What is reported has all cases; what the gate decides by is without those in quarantine.
 * Results are kept by case only where the lane has a baseline, or on a holdout where `reference` is asked in its place.
 */
export function judgedArm(
  suite: RunSuite,
  arm: RunArm,
  evidence: Evidence | undefined,
  reference?: ReferenceFold,
): JudgedArm {
  const baseline = evidence?.baselines.get(suite.name);
  const lane = baseline?.lanes.find((one) => one.arm.lane === arm.lane);
  const quarantined = new Set(suite.quarantine?.map((one) => one.case));
  const shown = armFold(suite, arm);
  const counted = quarantined.size > 0 ? armFold(suite, arm, quarantined) : undefined;
  const calibrations = evidence?.calibrations ?? [];
  const judged = suite.questions ? judgeFold(suite, calibrations) : undefined;
  const against = reference ? () => ({ baseline: reference.side() }) : lane && (() => ofLane(lane));
  const results = evidence && against ? resultsFold(suite, arm) : undefined;
  const hasBaseline = (baseline?.lanes.length ?? 0) > 0 || (suite.holdout?.baseline.length ?? 0) > 0;
  const isUnchanged = suite.holdout?.unchanged.includes(arm.id) ?? false;
  return {
    add(row) {
      for (const fold of [shown, counted, results, judged]) fold?.add(row);
    },
    end() {
      const stop = evidence?.stopped?.find((one) => one.suite === suite.name && one.arm === arm.id);
      // Asked once for all arms: a sum over them has it once.
      const again = suite.arms[0]?.id === arm.id ? (evidence?.judgedAgain ?? []) : [];
      const judges = judged ? { judges: askedAgain(judged.end(), again) } : {};
      const standing = restsOnJudge(suite)
        ? judgeStanding(suite, calibrations, judges.judges, evidence?.judgedAgain)
        : undefined;
      const summary: ArmSummary = { ...shown.end(stop?.skipped), ...judges };
      const held = evidence && against && { suite, evidence, against: against() };
      const compared =
        held && results ? { comparison: comparisonOf(results, summary.notable, held, standing, stop) } : {};
      const decided = { ...(counted?.end(stop?.skipped) ?? summary), ...judges, ...compared };
      const known = { hasBaseline, standing, isUnchanged, reference: reference?.counts() };
      const rulings = decide(suite.holdout ? withoutNames(decided) : decided, suite, known);
      return { ...toTold({ ...summary, ...compared }, suite), rulings };
    },
  };
}
