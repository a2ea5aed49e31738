import { quote } from '../../text/quote.ts';
import { choiceForm, type Menu } from './choice-form.ts';
import type { VerdictForm } from './verdict-form.ts';

/** What may be said of an output beside its sources. */
const faithfulness: Menu = { unfaithful: 0, faithful: 1 };
const choice = choiceForm(faithfulness);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '');

const longestClaim = 80;

/**
 * Whether every claim is supported, with those that are not. The list and the word have to say the same: faithful with a
 * claim in the list, or unfaithful without one, contradicts itself and is no verdict.
 */
export const claimsForm: VerdictForm & { menu: Menu } = {
  menu: faithfulness,
  schema: {
    type: 'object',
    properties: {
      reason: { type: 'string', description: 'One to three sentences, before the verdict.' },
      unsupported: { type: 'array', items: { type: 'string' }, description: 'The claims without support.' },
      verdict: { type: 'string', enum: Object.keys(faithfulness) },
    },
    required: ['reason', 'unsupported', 'verdict'],
    additionalProperties: false,
  },
  key: 'verdict',
  settle: 'majority',
  named: choice.named!,
  read(value, source) {
    const read = choice.read(value, source);
    if ('why' in read) return read;
    const { unsupported } = value;
    if (!isTexts(unsupported)) return { why: 'its claims without support are no list of texts' };
    const isFaithful = read.verdict === 'faithful';
    if (isFaithful && unsupported.length > 0)
      return { why: 'it says faithful and lists claims without support' };
    if (!isFaithful && unsupported.length === 0)
      return { why: 'it says unfaithful and lists no claim without support' };
    const claims = unsupported.map((claim) => quote(claim, longestClaim)).join(', ');
    return isFaithful ? read : { ...read, reason: `${claims}: ${read.reason}` };
  },
};
