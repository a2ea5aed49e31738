import { casePlaces } from '../../analyze/leaks/case-places.ts';
import { findLeaks } from '../../analyze/leaks/find-leaks.ts';
import type { Case } from '../../domain/case.ts';
import type { HoldoutFiles, HoldoutLock } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** A set that was opened is a holdout no more, under no other name: refuses cases that were in it. */
export function refuseSeen(
  before: HoldoutLock | undefined,
  cases: readonly Case[],
  { lock: file }: HoldoutFiles,
): void {
  if (before?.kind !== 'retired' || !before.sealed) return;
  const { fingerprints, key } = before.sealed;
  const copies = findLeaks({ fingerprints, key }, cases.flatMap(casePlaces)).filter(
    ({ kind }) => kind === 'exact',
  );
  const ids = [...new Set(copies.map(({ place }) => place))];
  if (ids.length > 0) throw new Refusal([problems.holdoutSeen({ file, ids })]);
}
