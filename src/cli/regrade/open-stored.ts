import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { storedEvidence } from '../evidence/stored-evidence.ts';
import { withoutCopy } from '../evidence/without-copy.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { leftOut } from './left-out.ts';
import type { Regrading } from './open-regrading.ts';
import { reviewStored, type StoredReview } from './review-stored.ts';
import { storedTrials } from './stored-trials.ts';
import { type StoredArm, today } from './today.ts';

/** A stored run that was gone through once, so that it is known which of its answers can be graded today. */
export type OpenStored = {
  review: StoredReview;
  /** What it was held against, and what was asked beside its trials. */
  evidence: GrowingEvidence;
  /** Its own rows, each time from disk, or these; without those that cannot be graded. */
  trials(rows?: AsyncIterable<TrialRow>): AsyncIterable<StoredTrial>;
};

/** Throws a `Refusal` where nothing of it can be graded, or it cannot be read. */
export async function openStored({ before, project }: Regrading, world: World): Promise<OpenStored> {
  const { root, plan } = project;
  const evidence = await storedEvidence(root, withoutCopy(before));
  const known = await today(root, plan.suites, armsOf(before, evidence));
  const rows = runRows(root, before.id, world);
  const review = await reviewStored(rows(), before, known);
  if (review.kept === 0) {
    const why = leftOut(review).why.join(', ') || 'it has no finished trial';
    throw new Refusal([problems.nothingToRegrade({ id: before.id, why })]);
  }
  return {
    review,
    evidence,
    trials: (own = rows()) => storedTrials(withPrompt(own, review), known),
  };
}

/** The arms of the run, and those of its baselines that were asked again beside it. */
function armsOf({ suites, git }: Run, { baselines }: GrowingEvidence): StoredArm[] {
  const own = suites.flatMap(({ name, arms }) =>
    arms.map((arm) => ({ suite: name, arm, commit: git?.commit })),
  );
  const held = [...baselines.values()].flatMap(({ suite, lanes }) =>
    lanes.map(({ arm, accepted }) => ({ suite, arm, commit: accepted.commit })),
  );
  const names = new Set(own.map(({ suite, arm }) => `${suite}\n${arm.id}`));
  return [...own, ...held.filter(({ suite, arm }) => !names.has(`${suite}\n${arm.id}`))];
}

async function* withPrompt(rows: AsyncIterable<TrialRow>, { isWithoutPrompt }: StoredReview) {
  for await (const row of rows) if (!isWithoutPrompt(row)) yield row;
}
