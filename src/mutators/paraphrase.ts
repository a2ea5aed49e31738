import { defineMutator } from '../domain/mutator.ts';

export const paraphrase = defineMutator({
  name: 'paraphrase',
  summary: 'The same in other words, written by a model and accepted by a person.',
  example: { before: 'Where is my parcel?', after: 'I am still waiting for my parcel, can you find it?' },
  keeps: 'label',
  unless: 'the wording is what is asked about',
  needs: 'model',
  asks: 'mutate-paraphrase',
});
