import { defineMutator } from '../domain/mutator.ts';
import { around } from './around.ts';

export const angry = defineMutator({
  name: 'angry',
  summary: 'An outburst before or behind the text, in English, German, French or Spanish as it is.',
  example: {
    before: 'Where is my parcel?',
    after: 'This is a disgrace and I have had enough! Where is my parcel?',
  },
  keeps: 'label',
  unless: 'the task is about tone',
  mutate: (text, { random }) => around(text, 'angry', random),
});
