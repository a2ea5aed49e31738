import { defineMutator } from '../domain/mutator.ts';
import { changeFree } from './change-free.ts';
import { pick } from './pick.ts';

const word = /[\p{L}\p{M}]+/gu;

const capital = (text: string) => {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('').toLowerCase();
};

/** How letters may be written; each gives its text back where there is nothing to change. */
const manners: readonly ((text: string, random: () => number) => string)[] = [
  (text) => text.toLowerCase(),
  (text) => text.replace(word, capital),
  (text) => [...text].map((sign, at) => (at % 2 === 0 ? sign.toLowerCase() : sign.toUpperCase())).join(''),
  (text, random) =>
    [...text].map((sign) => (random() < 0.2 ? sign.toUpperCase() : sign.toLowerCase())).join(''),
];

export const casing = defineMutator({
  name: 'casing',
  summary: 'Other capitals: none, one at every word, every other letter, or some by chance.',
  example: { before: 'Where is my parcel?', after: 'Where Is My Parcel?' },
  keeps: 'label',
  unless: 'the task is about capitals',
  mutate(_, { pieces, random }) {
    const manner = pick(manners, random);
    const change = (text: string) => manner(text, random);
    return changeFree(pieces, change) ?? changeFree(pieces, (text) => text.replace(word, capital));
  },
});
