import { defineMutator } from '../domain/mutator.ts';
import { around } from './around.ts';

export const polite = defineMutator({
  name: 'polite',
  summary: 'Courtesies around the text, in English, German, French or Spanish as it is.',
  example: {
    before: 'Where is my parcel?',
    after: 'Where is my parcel? Thank you so very much, I truly appreciate it.',
  },
  keeps: 'label',
  unless: 'the task is about tone',
  mutate: (text, { random }) => around(text, 'polite', random),
});
