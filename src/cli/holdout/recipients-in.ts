import { problems } from '../../domain/problems.ts';
import { isRecipient } from '../../store/holdout/is-recipient.ts';
import { Refusal } from '../refusal.ts';

/** The public keys that a flag was given, each once, in order. Throws a `Refusal` for what is none; it never holds a secret key. */
export async function recipientsIn(given: string | string[] | boolean | undefined): Promise<string[]> {
  const words = [given].flat().flatMap((one) => (typeof one === 'string' ? one.split(/[\s,]+/) : []));
  const keys = [...new Set(words.filter((word) => word !== ''))].sort();
  const isFine = await Promise.all(keys.map(isRecipient));
  const wrong = keys.filter((_, at) => !isFine[at]);
  if (wrong.length > 0) {
    const isSecret = wrong.some((one) => /^age-secret-key-/i.test(one));
    throw new Refusal([problems.holdoutRecipient({ recipient: isSecret ? undefined : wrong[0]! })]);
  }
  return keys;
}
