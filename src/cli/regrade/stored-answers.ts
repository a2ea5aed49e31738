import type { Evidence } from '../../domain/evidence.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';
import type { CountedChanges } from './counted-changes.ts';
import { heldAlike } from './held-alike.ts';
import type { OpenStored } from './open-stored.ts';

/** The answers of a stored run that can be graded today, each time from disk. */
export type StoredAnswers = {
  trials(): AsyncIterable<StoredTrial>;
  /** Fresh answers that were asked for beside its trials. */
  beside(kind: 'canary' | 'redraws'): AsyncIterable<StoredTrial>;
};

async function* listed(rows: readonly TrialRow[]): AsyncGenerator<TrialRow> {
  yield* rows;
}

/** Of what was asked of the baseline's own arms only that counts whose baseline is still the one that is held against. */
export function storedAnswers(
  { trials, evidence }: OpenStored,
  now: Evidence,
  changes: CountedChanges,
): StoredAnswers {
  const isAlike = heldAlike(evidence, now);
  const rows = { redraws: evidence.redraws, canary: evidence.canary.filter(isAlike) };
  return {
    trials: () => changes.watch(trials()),
    beside: (kind) => trials(listed(rows[kind])),
  };
}
