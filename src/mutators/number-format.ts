import { defineMutator } from '../domain/mutator.ts';
import { rankLanguages } from '../text/rank-languages.ts';
import { changeSome } from './change-some.ts';
import { numberWords } from './number-words.ts';
import { pick } from './pick.ts';

/** A number by itself: up to three digits, or thousands in threes. Longer ones are taken for names. */
const number = /(?<![\p{L}\p{N}.,:/+−-])(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d{1,3})(?![\p{L}\p{N}]|[.,:/-]\p{N})/gu;

const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The ways of writing the same number. */
function others(text: string, isEnglish: boolean): string[] {
  const words = isEnglish && !text.includes(',') ? numberWords(Number(text)) : undefined;
  const grouped = text.includes(',') ? [text.replaceAll(',', ''), text.replaceAll(',', '\u202f')] : [];
  return [...(words === undefined ? [] : [words, words]), ...grouped, wide(text)];
}

export const numberFormat = defineMutator({
  name: 'number-format',
  summary:
    'Numbers that are no date, amount or name, written otherwise: in English words, without thousands signs, in wide digits.',
  example: { before: 'I bought this 12 days ago.', after: 'I bought this twelve days ago.' },
  keeps: 'label',
  mutate(text, { pieces, random }) {
    const { ranks, evidence } = rankLanguages(text);
    const isEnglish = ranks[0]?.code === 'en' && evidence > 0;
    const change = (found: string) => pick(others(found, isEnglish), random);
    return changeSome(pieces, random, { pattern: number, share: 1, change });
  },
});
