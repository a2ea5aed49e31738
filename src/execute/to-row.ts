import { toStatus } from '../analyze/to-status.ts';
import type { NamedGrade } from '../domain/grade.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Trial } from '../domain/trial.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { inOrder } from './in-order.ts';

/** What came of a trial. */
export type Finished = {
  outcome: Outcome;
  grades: NamedGrade[];
  judgements: Judgement[];
  /** US dollars of the answer, its judges apart; null when unknown. */
  costUsd: number | null;
  startedAt: string;
};

/** The line of the journal for a finished trial. */
export function toRow(trial: Trial, { outcome, grades, judgements, costUsd, startedAt }: Finished): TrialRow {
  const { arm, case: one, suite } = trial;
  return {
    schemaVersion: 1,
    id: trial.id,
    suite: suite.name,
    case: one.id,
    caseDigest: one.digest,
    gradersDigest: one.gradersDigest,
    repeat: trial.repeat,
    prompt: arm.prompt?.id,
    promptDigest: arm.prompt?.digest,
    model: arm.model.name,
    arm: arm.id,
    lane: arm.lane,
    tags: one.tags,
    adversarial: one.adversarial,
    parent: one.parent,
    group: one.group,
    weight: one.weight,
    expect: one.expect,
    ...toStatus({ outcome, grades, observe: one.observe, fallback: suite.gate.fallback }),
    grades,
    ...(judgements.length > 0 ? { judgements: inOrder(judgements) } : {}),
    messages: trial.request.messages,
    outcome,
    costUsd,
    startedAt,
  };
}
