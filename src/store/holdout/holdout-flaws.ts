import type { HoldoutKind, HoldoutLock, HoldoutRecord } from '../../domain/holdout.ts';
import { holdoutDigest } from '../../domain/holdout-digest.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** What a holdout is after each thing that can happen to it. */
const kindAfter: Record<HoldoutRecord['what'], HoldoutKind> = {
  frozen: 'frozen',
  thawed: 'thawed',
  sealed: 'sealed',
  added: 'sealed',
  rekeyed: 'sealed',
  opened: 'retired',
  retired: 'retired',
};

/** What no field of a lock tells by itself: that its parts belong together, and that it is as it was written. */
export function holdoutFlaws({ digest, ...lock }: HoldoutLock & { digest: string }): string[] {
  const { kind, cases, root, leaves, sealed, records } = lock;
  const last = records.at(-1)!;
  const number = Object.keys(leaves).length;
  const isSealed = kind === 'sealed' || kind === 'retired';
  const found = [
    ...(number === cases ? [] : [`it says ${cases} cases, and has ${number} leaves`]),
    ...(holdoutLeaves.root(leaves) === root ? [] : ['its root is not that of its leaves']),
    ...(isSealed === Array.isArray(leaves) && isSealed === (sealed !== undefined)
      ? []
      : [`what it says of the cases is not what it is for a ${kind} set`]),
    ...(Array.isArray(leaves) && !isSorted(leaves) ? ['its leaves are not in order'] : []),
    ...(kindAfter[last.what] === kind ? [] : [`its last record is "${last.what}", and its kind ${kind}`]),
    ...(last.cases === cases && last.root === root ? [] : ['its last record is of another set']),
    ...recipientFlaws(lock),
  ];
  if (found.length > 0 || holdoutDigest(lock) === digest) return found;
  return ['its digest is not that of what it says'];
}

const isSorted = (texts: readonly string[]) => texts.every((text, at) => at === 0 || texts[at - 1]! < text);

/** Who can read it is said where it was sealed, too. */
function recipientFlaws({ sealed, records }: HoldoutLock): string[] {
  const told = records.findLast(({ recipients }) => recipients !== undefined)?.recipients;
  if (!sealed || canonicalJson(told) === canonicalJson(sealed.recipients)) return [];
  return ['its recipients are not those of its records'];
}
