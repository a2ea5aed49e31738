import { defineMutator } from '../domain/mutator.ts';
import { changeFree } from './change-free.ts';
import { pick } from './pick.ts';

export const shouting = defineMutator({
  name: 'shouting',
  summary: 'All capitals, mostly with exclamation marks behind.',
  example: { before: 'Where is my parcel?', after: 'WHERE IS MY PARCEL?!!!' },
  keeps: 'label',
  unless: 'the task is about tone',
  mutate(_, { pieces, random }) {
    const loud = changeFree(pieces, (text) => text.toUpperCase());
    return loud === undefined
      ? undefined
      : `${loud.trimEnd()}${pick(['', '!', '!!!', '!!!!!', '!!1!'], random)}`;
  },
});
