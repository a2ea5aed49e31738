import type { Fingerprints } from '../../domain/fingerprints.ts';
import type { HoldoutCase, HoldoutLock, Sealed } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import { sha256 } from '../../text/sha256.ts';
import { ageMessages } from './age-messages.ts';
import { sealBatch } from './seal-batch.ts';

/** A sealed file that grew: its text, and its lock but for the record of it. */
export type GrownSet = { text: string; lock: HoldoutLock };

/** Seals more cases to the recipients of a set, which takes no secret key: what is sealed already is left as it is. */
export async function addBatch(
  { lock, sealed, messages }: { lock: HoldoutLock; sealed: Sealed; messages: readonly string[] },
  cases: readonly HoldoutCase[],
  fingerprints: Fingerprints,
): Promise<GrownSet> {
  const { suite } = lock;
  const added = await sealBatch({ suite, set: sealed.set, cases }, sealed.recipients);
  const text = ageMessages.join([...messages, added.message]);
  const leaves = [...(lock.leaves as string[]), ...added.leaves].sort();
  const grown = { ...sealed, file: sha256(text), fingerprints: joined(sealed.fingerprints, fingerprints) };
  const root = holdoutLeaves.root(leaves);
  return { text, lock: { ...lock, cases: leaves.length, leaves, root, sealed: grown } };
}

/** Sorted as one set is, so that the order tells nothing of when a text came. */
function joined(before: Fingerprints, more: Fingerprints): Fingerprints {
  const all = [...before.texts, ...more.texts].map(
    (one) => [`${one.whole}${one.isAnswer ?? ''}`, one] as const,
  );
  const sorted = [...new Map(all)].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: before.version, texts: sorted.map(([, one]) => one) };
}
