import type { Gate } from '../domain/gate.ts';
import type { NamedGrade } from '../domain/grade.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Status } from '../domain/status.ts';

/** A status with its score, which is null unless the trial passed or failed. */
export type Verdict = { status: Status; score: number | null };

/**
 * Decides how a trial ended. It is asked once, when the row is made; nobody decides it again.
 * Grades of weight 0 are shown and never counted, so a trial that has no others is only observed: `skipped`.
 * The score is the weighted mean of the grades' scores, 0..1. What a fallback answered says nothing of the model itself:
 * such a trial is errored, unless the gate's `fallback` is `count`.
 */
export function toStatus(trial: {
  outcome: Outcome;
  grades: readonly NamedGrade[];
  observe: boolean;
  fallback?: Gate['fallback'];
}): Verdict {
  const isForeign = trial.outcome.by !== undefined && trial.fallback !== 'count';
  if (trial.outcome.status === 'errored' || isForeign) return { status: 'errored', score: null };
  const counted = trial.grades.filter((grade) => grade.weight > 0);
  if (trial.observe || counted.length === 0) return { status: 'skipped', score: null };
  const graded = counted.filter((grade) => grade.status === 'graded');
  if (graded.length < counted.length) return { status: 'ungraded', score: null };
  const weight = graded.reduce((sum, grade) => sum + grade.weight, 0);
  const total = graded.reduce((sum, grade) => sum + grade.weight * grade.score, 0);
  const score = Math.min(1, Math.max(0, total / weight));
  return { status: graded.every((grade) => grade.passed) ? 'passed' : 'failed', score };
}
