import type { Evidence } from '../../domain/evidence.ts';
import type { Run } from '../../domain/run.ts';
import type { Project } from '../open-project.ts';
import { armChanges } from './arm-changes.ts';
import { type PlannedCases, plannedCases } from './planned-cases.ts';
import { type Review, reviewRows } from './review-rows.ts';
import { rowFate } from './row-fate.ts';
import { suiteChanges } from './suite-changes.ts';

/** A run held against the project of today. */
export type Comparison = {
  /** What is different, in words; empty when the run can go on as it is. */
  reasons: string[];
  review: Review;
  cases: PlannedCases;
  /** The suite's files are not what they were. */
  isEdited(suite: string): boolean;
};

const armKey = ({ suite, arm }: { suite: string; arm: string }) => `${suite}\n${arm}`;

/**
 * Compares plan, arms and every finished trial; `now` is the header that the project would get today, and `evidence` what
 * the run is held against. Throws a `Refusal`.
 */
export async function compareRun(
  project: Project,
  before: Run,
  now: Run,
  evidence: Evidence,
): Promise<Comparison> {
  const cases = await plannedCases(project.plan);
  const arms = armChanges(before, now, armKey);
  const fate = rowFate(now, cases, (row) => arms.edited.has(armKey(row)));
  const review = await reviewRows(project.root, before, evidence, fate);
  const reasons = [...suiteChanges(before, now, review.cases), ...arms.reasons];
  const digests = new Map(before.suites.map(({ name, digest }) => [name, digest]));
  const edited = now.suites.filter(({ name, digest }) => digests.get(name) !== digest);
  const names = new Set(edited.map(({ name }) => name));
  return { reasons, review, cases, isEdited: (suite) => names.has(suite) };
}
