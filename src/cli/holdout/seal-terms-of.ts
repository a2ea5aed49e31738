import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';
import { recipientsIn } from './recipients-in.ts';
import { wholeNumber } from './whole-number.ts';

/** For whom something is sealed, and how often it may be looked at. */
export type SealTerms = { recipients: string[]; looks: number; promotions: number };

/** So many looks, and candidates that may pass, where nothing is said. */
const usual = { looks: 10, promotions: 1 };

/** What the flags of a command that seals say. Throws `Refusal`. */
export async function sealTermsOf(input: CommandInput, suite: string): Promise<SealTerms> {
  const recipients = await recipientsIn(input.options.to);
  if (recipients.length === 0) throw new Refusal([problems.holdoutNoRecipient({ suite })]);
  const looks = wholeNumber(input, 'looks', usual.looks, 1000);
  return { recipients, looks, promotions: wholeNumber(input, 'promotions', usual.promotions, looks) };
}
