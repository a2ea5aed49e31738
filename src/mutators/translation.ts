import { defineMutator } from '../domain/mutator.ts';

export const translation = defineMutator({
  name: 'translation',
  summary: 'The same in another language (`--languages`), written by a model and accepted by a person.',
  example: { before: 'Where is my parcel?', after: 'Wo ist mein Paket?' },
  keeps: 'label',
  unless: 'the language is what is asked about',
  needs: 'model',
  asks: 'mutate-translation',
});
