import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';
import { commonMisspellings } from './common-misspellings.ts';
import { inCaseOf } from './in-case-of.ts';

const word = /(?<![\p{L}\p{M}\p{N}'’])[a-z]{3,}(?:['’][a-z]{1,2})?(?![\p{L}\p{M}\p{N}])/giu;
const plain = (text: string) => text.toLowerCase().replace('’', "'");

export const misspelling = defineMutator({
  name: 'misspelling',
  summary: 'English words as they are commonly misspelt, from a table of real mistakes.',
  example: { before: 'I received the wrong address.', after: 'I recieved the worng adress.' },
  keeps: 'label',
  unless: 'the task is about spelling',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, {
      pattern: word,
      share: 0.7,
      change: (found) => {
        const wrong = commonMisspellings.get(plain(found));
        return wrong === undefined ? found : inCaseOf(found, wrong);
      },
    }),
});
