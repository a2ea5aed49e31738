import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';
import { pick } from './pick.ts';

/** No-break, figure, thin, narrow, em, mathematical and ideographic spaces, tabs, several at once. */
const spaces = [
  '\u00a0',
  '\u2007',
  '\u2009',
  '\u202f',
  '\u2003',
  '\u205f',
  '\u3000',
  '\t',
  '  ',
  '    ',
  ' \u00a0',
];

export const exoticSpace = defineMutator({
  name: 'exotic-space',
  summary: 'Half of the blanks are others: no-break, thin, em and ideographic ones, tabs, several in a row.',
  example: { before: 'Where is my parcel?', after: 'Where is\tmy    parcel?' },
  keeps: 'label',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, {
      pattern: / +/g,
      share: 0.5,
      change: (found) => {
        const other = pick(spaces, random);
        return other === found ? '\u2003' : other;
      },
    }),
});
