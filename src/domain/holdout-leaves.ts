import { canonicalJson } from '../text/canonical-json.ts';
import { merkleRoot } from '../text/merkle-root.ts';
import { sha256 } from '../text/sha256.ts';
import { toNfc } from '../text/to-nfc.ts';
import type { HoldoutCase, HoldoutLock } from './holdout.ts';

/** A case as the digests see it: its place among the others, the order of its keys and the layout of its YAML are nothing. */
const printed = (one: HoldoutCase) => canonicalJson(toNfc(one));
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What a lock says of the cases of a set, and how it is made. */
export const holdoutLeaves = {
  /** The digest of each case by its id, in the order of the ids. */
  frozen(cases: readonly HoldoutCase[]): Record<string, string> {
    const all = cases.map((one) => [one.id.normalize('NFC'), sha256(printed(one))] as const);
    return Object.fromEntries([...all].sort(([a], [b]) => byText(a, b)));
  },
  /** The digest of one case with a salt before it, which whoever guesses the case would have to guess too. */
  sealed: (salt: string, one: HoldoutCase): string => sha256(`${salt}\n${printed(one)}`),
  /** Merkle root of leaves, whatever their order. */
  root: (leaves: HoldoutLock['leaves']): string =>
    merkleRoot((Array.isArray(leaves) ? [...leaves] : Object.values(leaves)).sort(byText)),
};
