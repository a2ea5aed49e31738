import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { HoldoutCase, HoldoutLock } from '../../../src/domain/holdout.ts';
import { readHoldoutText } from '../../../src/load/read-holdout-text.ts';
import { printHoldoutLock } from '../../../src/store/holdout/print-holdout-lock.ts';
import { type SealedSet, sealSet } from '../../../src/store/holdout/seal-set.ts';
import { openHoldout } from '../../../src/store/open-holdout.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';

/** Stands in every case, so that a copy of one is found wherever it is. */
export const marker = 'Zuckerrübensirup';
export const canary = 'canary-7d0c1f4e-1b7a-4f0e-8a52-6f1b1f6a9d11';
export const settings = {
  margin: 5, confidence: 0.95, gradersDigest: '0123456789abcdef',
  gateDigest: 'fedcba9876543210', judges: [], looks: 10, promotions: 1,
}; // biome-ignore format: one line
export const sealedFile = 'evals/a.holdout.age';
export const lockFile = 'evals/a.holdout.lock.json';
export const plainFile = 'evals/a.holdout.yaml';

export const holdoutCases = (count: number, from = 1): HoldoutCase[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `case-${from + at}`,
    input: `${marker} number ${from + at}`,
    expect: 'yes',
  }));

export type KeyPair = { identity: string; recipient: string };

export async function keyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const record = { what: 'sealed', at: '2026-11-20T10:15:00.000Z', by: 'Ada <ada@example.org>' } as const;

/** A lock with the record of its seal. */
export const withRecord = ({ lock }: SealedSet): HoldoutLock => ({
  ...lock,
  records: [{ ...record, cases: lock.cases, root: lock.root, recipients: [...lock.sealed.recipients] }],
});

/** Seals cases for a suite to the keys. */
export async function sealedSet(
  keys: readonly KeyPair[],
  suite = 'a',
  cases = holdoutCases(3),
): Promise<SealedSet> {
  return sealSet({
    suite,
    canary,
    cases,
    settings,
    recipients: keys.map(({ recipient }) => recipient),
    toFingerprints: () => ({ version: 1, texts: [] }),
  });
}

export const filesOf = (set: SealedSet) => ({
  [sealedFile]: set.text,
  [lockFile]: printHoldoutLock(withRecord(set)),
});

/** Opens the holdout of these files, and gives back the codes of what is wrong, or the text. */
export async function opened(
  files: Record<string, string | Uint8Array>,
  identity?: string,
  suite = 'a',
): Promise<string[] | string> {
  return openedAt(await filesOnDisk(files), identity, suite);
}

export async function openedAt(root: string, identity?: string, suite = 'a'): Promise<string[] | string> {
  const { value, problems } = await openHoldout({
    root,
    suite,
    file: plainFile,
    identity,
    parse: readHoldoutText,
  });
  const told = problems.map(({ code, message }) => `${code}: ${message}`);
  return value ? value.text : told;
}
