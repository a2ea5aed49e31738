import { toStatus } from '../analyze/to-status.ts';
import type { Case } from '../domain/case.ts';
import type { Suite } from '../domain/suite.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { type Grading, gradeOutcome } from './grade-outcome.ts';
import { inOrder } from './in-order.ts';

/** A finished trial, with its case and its suite as they are today. */
export type StoredTrial = { row: TrialRow; case: Case; suite: Suite };

/**
 * The row with the grades of today in the place of its own: the answer, its time and its price are what they were. What
 * the suite says beside the content of a case (tags, weight, group, whether a fallback counts) is that of today.
 * Undefined where a judge was not waited for.
 */
export async function regradeRow(
  { row, case: one, suite }: StoredTrial,
  grading: Grading,
): Promise<TrialRow | undefined> {
  const { judgements: _, ...kept } = row;
  const { outcome } = row;
  const graded = await gradeOutcome({ suite, case: one, repeat: row.repeat }, row, grading);
  if (!graded) return undefined;
  const { grades, judgements } = graded;
  const { tags, adversarial, parent, group, weight, observe, gradersDigest } = one;
  return {
    ...kept,
    ...{ gradersDigest, tags, adversarial, parent, group, weight },
    ...toStatus({ outcome, grades, observe, fallback: suite.gate.fallback }),
    grades,
    ...(judgements.length > 0 ? { judgements: inOrder(judgements) } : {}),
  };
}
