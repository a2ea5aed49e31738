import type { HoldoutLock, Sealed } from '../../domain/holdout.ts';
import { sealTerms } from '../../domain/seal-terms.ts';
import type { SealedBatch } from '../../domain/sealed-batch-schema.ts';
import { sha256 } from '../../text/sha256.ts';
import type { GrownSet } from './add-batch.ts';
import { ageMessages } from './age-messages.ts';
import { encryptMessage } from './encrypt-message.ts';

/** Seals the batches of a set anew, to other recipients: cases, salts and leaves stay what they are. */
export async function rekeyed(
  { lock, sealed, batches }: { lock: HoldoutLock; sealed: Sealed; batches: readonly SealedBatch[] },
  recipients: readonly string[],
): Promise<GrownSet> {
  const now = { ...sealed, recipients: [...new Set(recipients)].sort() };
  const terms = sealTerms(now);
  const messages = await Promise.all(
    batches.map((batch, at) =>
      encryptMessage(JSON.stringify(at === 0 ? { ...batch, terms } : batch), now.recipients),
    ),
  );
  const text = ageMessages.join(messages);
  return { text, lock: { ...lock, sealed: { ...now, file: sha256(text) } } };
}
