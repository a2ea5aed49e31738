import type { HoldoutContent, HoldoutLock } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { readHoldoutText } from '../../load/read-holdout-text.ts';
import { holdoutText } from '../../store/holdout/holdout-text.ts';
import { openSealed } from '../../store/holdout/open-sealed.ts';
import { recipientsOf } from '../../store/holdout/recipients-of.ts';
import type { SealedSet } from '../../store/holdout/seal-set.ts';
import { splitIdentities } from '../../store/holdout/split-identities.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';

/**
 * Makes sure, before anything is removed, that what is sealed says the same; by opening it in memory where a key for it is at
 * hand, and then gives back true. Throws `Refusal`.
 */
export async function verifySeal(
  { lock, messages }: SealedSet,
  content: HoldoutContent,
  { files, env }: Pick<ChosenHoldout, 'files' | 'env'>,
): Promise<boolean> {
  const wanted = canonicalJson(content);
  const isSame = (other: HoldoutContent | undefined) =>
    other !== undefined && canonicalJson(other) === wanted;
  const lost = new Refusal([problems.holdoutNotSealed({ file: files.plain })]);
  if (!isSame(readHoldoutText(holdoutText(content), files.sealed).value)) throw lost;
  const identity = env.EVALS_HOLDOUT_KEY;
  const own = await recipientsOf(splitIdentities(identity ?? ''));
  if (!own?.some((one) => lock.sealed.recipients.includes(one))) return false;
  const whole: HoldoutLock = { ...lock, records: [] };
  const opened = await openSealed({ files, state: 'sealed', messages, lock: whole, identity });
  if (!isSame(opened.value?.content)) throw lost;
  return true;
}
