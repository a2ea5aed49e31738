import { randomUUID } from 'node:crypto';
import type { HoldoutContent, HoldoutLock } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { readHoldoutText } from '../../load/read-holdout-text.ts';
import { readHoldoutFile } from '../../store/holdout/read-holdout-file.ts';
import { readHoldoutLock } from '../../store/holdout/read-holdout-lock.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';
import { refuseState } from './refuse-state.ts';
import { review } from './review.ts';

/** A plain holdout that may be sealed. */
export type Sealable = {
  text: string;
  content: HoldoutContent & { canary: string };
  before: HoldoutLock | undefined;
};

/**
 * The plain file of a holdout, to be sealed: one that was never sealed, or whose sealed form was opened and is none any more.
 * A frozen one has to be as it was frozen. Throws `Refusal`.
 */
export async function sealable(chosen: ChosenHoldout): Promise<Sealable> {
  const { root, files, suite } = chosen;
  const { value: before, problems: found } = await readHoldoutLock(root, files.lock);
  if (found.length > 0) throw new Refusal(found);
  // A seal that was cut off before its lock: the plain file still has all of it.
  const isFree = before?.kind === 'retired' || (!before && (await isBroken(chosen)));
  if (!isFree) {
    const seen = await review(chosen);
    if ('messages' in seen) throw refuseState('seal', seen, suite);
    return toSealable(seen.text, seen.content, seen.lock);
  }
  if (before && before.suite !== suite)
    throw new Refusal([problems.holdoutOfOther({ file: files.lock, suite, of: before.suite })]);
  const plain = await readHoldoutFile(root, files.plain);
  if ('problem' in plain) throw new Refusal([plain.problem]);
  if (!('text' in plain)) throw refuseState('seal', { state: 'retired', files }, suite);
  const read = readHoldoutText(plain.text, files.plain);
  if (!read.value) throw new Refusal(read.problems);
  return toSealable(plain.text, read.value, before);
}

const toSealable = (text: string, content: HoldoutContent, before: HoldoutLock | undefined): Sealable => ({
  text,
  content: { ...content, canary: content.canary ?? randomUUID() },
  before,
});

/** There is a plain file beside a sealed one that no lock speaks of. */
async function isBroken({ root, files }: ChosenHoldout): Promise<boolean> {
  const [plain, sealed] = await Promise.all(
    [files.plain, files.sealed].map((file) => readHoldoutFile(root, file)),
  );
  return 'text' in plain! && 'text' in sealed!;
}
