import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';

/** Blanks between letters and behind signs; never beside a digit, where two numbers would become one. */
const blank = /(?<=[\p{L}\p{M},.;:!?])[ \t]+(?=[\p{L}])/gu;

export const missingSpace = defineMutator({
  name: 'missing-space',
  summary: 'A quarter of the blanks between words is gone.',
  example: { before: 'Where is my parcel? It is late.', after: 'Where ismy parcel?It is late.' },
  keeps: 'label',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, { pattern: blank, share: 0.25, change: () => '' }),
});
