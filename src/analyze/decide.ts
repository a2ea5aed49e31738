import type { RunSuite } from '../domain/run.ts';
import type { ArmSummary, Ruling } from '../domain/summary.ts';
import type { JudgeStanding } from './judging/judge-standing.ts';
import { allPass } from './rules/all-pass.ts';
import { comparison } from './rules/comparison.ts';
import { cost } from './rules/cost.ts';
import { critical } from './rules/critical.ts';
import { empty } from './rules/empty.ts';
import { errors } from './rules/errors.ts';
import { floor } from './rules/floor.ts';
import { judge } from './rules/judge.ts';
import { latency } from './rules/latency.ts';
import { newlyCritical } from './rules/newly-critical.ts';
import { noBaseline } from './rules/no-baseline.ts';
import { quarantine } from './rules/quarantine.ts';
import { referenceErrors } from './rules/reference-errors.ts';
import { robustness } from './rules/robustness.ts';
import { unchanged } from './rules/unchanged.ts';

type Decided = Pick<RunSuite, 'gate' | 'hasGate' | 'quarantine'>;

/** What a gate is held against beside the arm itself. */
type Known = {
  /** Other lanes have a baseline, so that this one should too. */
  hasBaseline?: boolean;
  /** What its judges are worth; undefined where no model grades. */
  standing?: JudgeStanding | undefined;
  /** On a holdout: it asks just what its baseline asks. */
  isUnchanged?: boolean;
  /** On a holdout: the arm of its baseline, which was asked too. */
  reference?: ArmSummary | undefined;
};

/** The rules about right and wrong: held against the baseline where there is one, else each case by itself. */
function quality(arm: ArmSummary, suite: Decided, known: Known): Ruling[] {
  const { hasBaseline = false, standing, isUnchanged = false } = known;
  const { gate } = suite;
  const isGate = suite.hasGate || arm.comparison !== undefined || hasBaseline;
  const judged = standing ? judge(standing, isGate) : [];
  // Neither PASS nor FAIL could be believed.
  if (judged.some(({ verdict }) => verdict === 'incomplete')) return judged;
  const hasFloor = gate.floor?.pass !== undefined || gate.floor?.score !== undefined;
  const compared = arm.comparison;
  if (compared) return [...comparison(compared), ...floor(arm, gate), ...newlyCritical(arm, compared, gate)];
  if (isUnchanged) return [...judged, ...unchanged(), ...floor(arm, gate)];
  return [
    ...judged,
    ...(hasFloor ? floor(arm, gate) : allPass(arm, suite)),
    ...critical(arm, gate),
    ...(hasBaseline || gate.compare === 'baseline' ? noBaseline(arm, gate) : []),
  ];
}

/**
 * Holds one arm against its suite's gate and says how each rule came out; `arm` is without the cases in quarantine.
 * Where it has a baseline, that and the floor decide. Where it has none and the gate names no floor every case must
 * pass, whatever else it names: a rule that is added never makes a suite laxer. What errored, is ungraded or did not run
 * is never counted as failed; where it could turn a verdict, the ruling is `incomplete`. Where a judge decides whose
 * verdicts nobody could believe, nothing is said of right and wrong.
 */
export function decide(arm: ArmSummary, suite: Decided, known: Known = {}): Ruling[] {
  const { gate, hasGate } = suite;
  const apart = quarantine(arm, suite);
  if (arm.planned === 0 && apart.length > 0) return apart;
  if (arm.rate.of === 0) return [...empty(arm, hasGate), ...errors(arm, gate), ...apart];
  return [
    ...quality(arm, suite, known),
    ...robustness(arm, gate),
    ...latency(arm, gate),
    ...cost(arm, gate),
    ...errors(arm, gate),
    ...(known.reference ? referenceErrors(known.reference, gate) : []),
    ...apart,
  ];
}
