import { randomBytes, randomUUID } from 'node:crypto';
import type { Fingerprints } from '../../domain/fingerprints.ts';
import type { HoldoutCase, HoldoutLock, Sealed } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import { sealTerms } from '../../domain/seal-terms.ts';
import { sha256 } from '../../text/sha256.ts';
import { ageMessages } from './age-messages.ts';
import { sealBatch } from './seal-batch.ts';

/** What is to be sealed, for whom, and under which terms. */
export type NewSeal = {
  suite: string;
  canary: string;
  cases: readonly HoldoutCase[];
  recipients: readonly string[];
  settings: Sealed['settings'];
  /** Made under the key of this set. */
  toFingerprints(key: string): Fingerprints;
};

/** A set that was sealed: the text of its file, and its lock but for what happened. */
export type SealedSet = {
  text: string;
  messages: string[];
  lock: Omit<HoldoutLock, 'records'> & { sealed: Sealed };
};

/** Seals a new set in memory. Rejects for a recipient that is none. */
export async function sealSet(seal: NewSeal): Promise<SealedSet> {
  const { suite, canary, cases, settings } = seal;
  const recipients = [...new Set(seal.recipients)].sort();
  const [set, key] = [randomUUID(), randomBytes(32).toString('hex')];
  const terms = sealTerms({ set, recipients, key, settings });
  const { message, leaves } = await sealBatch({ suite, set, canary, terms, cases }, recipients);
  const text = ageMessages.join([message]);
  leaves.sort();
  const file = sha256(text);
  const sealed = { set, recipients, file, key, fingerprints: seal.toFingerprints(key), settings };
  const root = holdoutLeaves.root(leaves);
  const marks = { cases: cases.length, root, leaves, canary: sha256(canary) };
  return { text, messages: [message], lock: { schemaVersion: 1, suite, kind: 'sealed', ...marks, sealed } };
}
