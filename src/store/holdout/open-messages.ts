import type { HoldoutContent, HoldoutFiles, HoldoutLock } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { sealTerms } from '../../domain/seal-terms.ts';
import { type SealedBatch, sealedBatchSchema } from '../../domain/sealed-batch-schema.ts';
import { parseJson } from '../../text/parse-json.ts';
import { sha256 } from '../../text/sha256.ts';
import { apart } from './apart.ts';
import { decryptMessage } from './decrypt-message.ts';

/** A sealed file that was opened: what it says, and the messages as they were, to be sealed again. */
export type OpenedMessages = { content: HoldoutContent; batches: SealedBatch[] };

type Locked = { files: HoldoutFiles; lock: HoldoutLock; messages: readonly string[] };

/** Opens all messages of a sealed file and holds them against the lock. No problem has a word of what they say. */
export async function openMessages(
  { files, lock, messages }: Locked,
  identities: readonly string[],
  own: readonly string[],
): Promise<Checked<OpenedMessages>> {
  const file = files.sealed;
  const batches: SealedBatch[] = [];
  for (const [at, message] of messages.entries()) {
    const opened = await decryptMessage(message, identities);
    const batch = 'text' in opened ? toBatch(opened.text) : undefined;
    if (batch) batches.push(batch);
    else if ('fault' in opened && opened.fault === 'no-key') return refused(problems.holdoutKeyMalformed({}));
    else if ('fault' in opened && opened.fault === 'not-for-this-key')
      return refused(problems.holdoutKeyWrong({ file, recipients: lock.sealed!.recipients, own }));
    else return refused(problems.holdoutDamaged({ file, part: at + 1, parts: messages.length }));
  }
  const detail = whyOther(batches, lock);
  if (detail !== undefined) return refused(problems.holdoutSwapped({ file, lock: files.lock, detail }));
  const cases = apart(batches.map((batch) => batch.cases.map((one) => one.case)));
  return { value: { content: { canary: batches[0]!.canary!, cases }, batches }, problems: [] };
}

function toBatch(text: string): SealedBatch | undefined {
  const parsed = parseJson(text);
  return sealedBatchSchema.safeParse('value' in parsed ? parsed.value : undefined).data;
}

const refused = (found: Problem): Checked<never> => ({ value: undefined, problems: [found] });

/** Why what was opened is not what the lock says, as a part of a sentence. */
function whyOther(batches: readonly SealedBatch[], lock: HoldoutLock): string | undefined {
  const [first] = batches;
  const sealed = lock.sealed!;
  const other = batches.find(({ suite }) => suite !== lock.suite);
  if (other) return 'it is of another suite';
  if (batches.some(({ set }) => set !== sealed.set)) return 'it is another set';
  if (!first?.canary || sha256(first.canary) !== lock.canary) return 'its canary is another one';
  if (first.terms !== sealTerms(sealed))
    return 'recipients, settings or the key of the fingerprints are not those that it was sealed with';
  const leaves = batches.flatMap(({ cases }) => cases.map((one) => holdoutLeaves.sealed(one.salt, one.case)));
  const known = new Set(lock.leaves as string[]);
  const isSame = leaves.length === known.size && leaves.every((leaf) => known.has(leaf));
  return isSame ? undefined : 'its cases are other ones: it is an older file, or some were changed';
}
