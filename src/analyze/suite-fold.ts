import type { Evidence } from '../domain/evidence.ts';
import type { RunSuite } from '../domain/run.ts';
import type { SuiteSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { afreshOf } from './afresh-of.ts';
import { askedBeside } from './holdout/asked-beside.ts';
import { isOverfit } from './holdout/is-overfit.ts';
import { type ReferenceFold, referenceFold } from './holdout/reference-fold.ts';
import { judgedArm } from './judged-arm.ts';
import { askedAgain } from './rules/asked-again.ts';
import { toVerdict } from './to-verdict.ts';

/** Counts the rows of one suite and decides. `add` gives back whether the suite has an arm of that name. */
export type SuiteFold = { add(row: TrialRow): boolean; end(): SuiteSummary };

type Arm = SuiteSummary['arms'][number];

const nothing: Evidence = { baselines: new Map(), redraws: [], canary: [] };

/** An arm with what was asked beside its trials. */
function withAfresh(arm: Arm, suite: RunSuite, evidence: Evidence | undefined): Arm {
  const afresh = afreshOf(suite, arm.arm, evidence);
  if (!afresh) return arm;
  const whole = { ...arm, afresh };
  return { ...whole, rulings: [...arm.rulings, ...askedAgain(whole)] };
}

/** What the baseline took is told beside the first arm that is held against it. */
function withReference(arms: readonly Arm[], references: ReadonlyMap<string, ReferenceFold>): Arm[] {
  return arms.map((arm, index) => {
    const reference = references.get(arm.lane);
    const isFirst = arms.findIndex(({ lane }) => lane === arm.lane) === index;
    return reference && isFirst ? { ...arm, afresh: askedBeside(reference) } : arm;
  });
}

/** What is told of a holdout beside its arms. */
function holdoutOf({ holdout }: RunSuite, arms: readonly Arm[]): Pick<SuiteSummary, 'holdout'> {
  if (!holdout) return {};
  const isGap = isOverfit(arms, holdout.seen);
  return { holdout: { kind: holdout.kind, ...(isGap === undefined ? {} : { isOverfit: isGap }) } };
}

/** Starts the counts of one suite; on a holdout the arms of its baseline are counted beside, each for its lane. */
export function suiteFold(suite: RunSuite, evidence: Evidence | undefined): SuiteFold {
  const baseline = suite.holdout?.baseline ?? [];
  const references = new Map(baseline.map((arm) => [arm.lane, referenceFold(suite, arm)]));
  const own = suite.holdout ? (evidence ?? nothing) : evidence;
  const arms = suite.arms.map((arm) => {
    const isUnchanged = suite.holdout?.unchanged.includes(arm.id);
    return judgedArm(suite, arm, own, isUnchanged ? undefined : references.get(arm.lane));
  });
  const byId = new Map<string, { add(row: TrialRow): void }>([
    ...baseline.map((arm) => [arm.id, references.get(arm.lane)!] as const),
    ...suite.arms.map((arm, index) => [arm.id, arms[index]!] as const),
  ]);
  return {
    add(row) {
      const arm = byId.get(row.arm);
      arm?.add(row);
      return arm !== undefined;
    },
    end() {
      const ended = arms.map((arm) => withAfresh(arm.end(), suite, evidence));
      const rulings = ended.flatMap((arm) => arm.rulings);
      const whole = withReference(ended, references);
      return {
        suite: suite.name,
        arms: whole,
        ...toVerdict(rulings, suite.gate),
        ...holdoutOf(suite, ended),
      };
    },
  };
}
