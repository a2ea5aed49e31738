import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';
import { inCaseOf } from './in-case-of.ts';
import { keyboardNeighbours } from './keyboard-neighbours.ts';
import { pick } from './pick.ts';

/** Words of four letters and more, in scripts that are typed letter by letter. */
const word =
  /(?<![\p{L}\p{M}\p{N}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}]{4,40}(?![\p{L}\p{M}\p{N}])/gu;

type Slip = (signs: string[], at: number, random: () => number) => string[];

const slips: readonly Slip[] = [
  // The key beside it.
  (signs, at, random) => {
    const near = keyboardNeighbours[signs[at]!.toLowerCase()];
    return near ? signs.with(at, inCaseOf(signs[at]!, pick([...near], random))) : signs;
  },
  // Dropped, doubled, exchanged with the one before.
  (signs, at) => signs.toSpliced(at, 1),
  (signs, at) => signs.toSpliced(at, 0, signs[at]!),
  (signs, at) => signs.with(at, signs[at - 1]!).with(at - 1, signs[at]!),
];

/** One slip in a word, and never at its first letter: it stays readable. */
function mistyped(text: string, random: () => number): string {
  const signs = [...text];
  const at = 2 + Math.floor(random() * (signs.length - 2));
  return pick(slips, random)(signs, at, random).join('');
}

export const typo = defineMutator({
  name: 'typo',
  summary:
    'Slips of the fingers in a quarter of the longer words: the key beside it, a letter dropped, doubled or swapped.',
  example: { before: 'Where is my parcel?', after: 'Wherre is my parcel?' },
  keeps: 'label',
  unless: 'the task is about spelling',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, { pattern: word, share: 0.25, change: (found) => mistyped(found, random) }),
});
