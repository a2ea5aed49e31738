import { toStatus } from '../analyze/to-status.ts';
import type { NamedGrade } from '../domain/grade.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Trial } from '../domain/trial.ts';
import type { TrialRow } from '../domain/trial-row.ts';

/** The line of the journal for a finished trial. */
export function toRow(
  trial: Trial,
  outcome: Outcome,
  grades: NamedGrade[],
  costUsd: number | null,
  startedAt: string,
): TrialRow {
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
    messages: trial.request.messages,
    outcome,
    costUsd,
    startedAt,
  };
}
