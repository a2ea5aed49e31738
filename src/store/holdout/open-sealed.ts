import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { type OpenedMessages, openMessages } from './open-messages.ts';
import { recipientsOf } from './recipients-of.ts';
import type { SealedHoldout } from './review-holdout.ts';
import { splitIdentities } from './split-identities.ts';

/** Opens a sealed holdout with the secret keys in `identity`, once its files were looked at. */
export async function openSealed({
  identity,
  ...seen
}: SealedHoldout & { identity: string | undefined }): Promise<Checked<OpenedMessages>> {
  const identities = splitIdentities(identity ?? '');
  if (identities.length === 0) return refused(problems.holdoutKeyMissing({ file: seen.files.sealed }));
  const own = await recipientsOf(identities);
  if (!own) return refused(problems.holdoutKeyMalformed({}));
  return openMessages(seen, identities, own);
}

const refused = (found: Problem): Checked<never> => ({ value: undefined, problems: [found] });
