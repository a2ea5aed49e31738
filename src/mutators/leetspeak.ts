import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';

const digits: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };

/** A letter alone could be read as a number. */
const word = /(?<![\p{L}\p{M}\p{N}])[a-z]{3,}(?![\p{L}\p{M}\p{N}])/giu;

/** One letter at least stays one: 501 is no word any more. */
const written = (text: string) => {
  const changed = text.replace(/[aeiost]/gi, (letter) => digits[letter.toLowerCase()]!);
  return /[a-z]/i.test(changed) ? changed : text;
};

export const leetspeak = defineMutator({
  name: 'leetspeak',
  summary: 'Digits for letters in two thirds of the words: 4 for a, 3 for e, 1, 0, 5, 7.',
  example: { before: 'Where is my parcel?', after: 'Where is my p4rc3l?' },
  keeps: 'label',
  unless: 'numbers are to be read out of the text',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, { pattern: word, share: 2 / 3, change: written }),
});
