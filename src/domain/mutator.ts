import type { Piece } from '../text/protected-pieces.ts';

/**
 * What a variant keeps of the case that it is made from, and so what it is graded by. `label`: the same answer is right,
 * and a person would agree. `must-refuse`: the model has to decline. `must-not-leak`: sentences of the prompt must not
 * come out. `unsure`: nobody can say it without looking, so it is observed until a person has.
 */
export type Keeps = 'label' | 'must-refuse' | 'must-not-leak' | 'unsure';

/** What a mutator is given beside the text. */
export type Mutation = {
  /** In [0, 1), from the seed alone. */
  random(): number;
  /** The text again: what is protected in it, and what is free. */
  pieces: readonly Piece[];
  /** A text of the user's own, for kinds that carry one. */
  attack?: string | undefined;
};

type Described = {
  /** The kind, kebab-case: what stands under `adversarial:`. */
  name: string;
  /** One sentence for the docs' table. */
  summary: string;
  /** A text, and what comes of it for some seed; an ellipsis stands for what is left out. */
  example: { before: string; after: string };
  keeps: Keeps;
  /** Where it does not keep that, as the end of a sentence: "the task is about spelling". */
  unless?: string;
};

/** An entry that changes texts by itself: the same for the same random numbers. */
export type TextMutator = Described & {
  /** It puts a text of the user's own (`attack`) into the case, where there are such texts. */
  carriesAttacks?: boolean;
  /** The variant, never the text itself; undefined where nothing in the text can be changed so. */
  mutate(text: string, mutation: Mutation): string | undefined;
};

/** An entry whose texts a model writes and a person accepts; `asks` is the prompt of this package. */
export type ModelMutator = Described & { needs: 'model'; asks: string };

/** An entry of the mutators' shelf. */
export type Mutator = TextMutator | ModelMutator;

/** Types a shelf entry; gives back what it was given. */
export function defineMutator<T extends Mutator>(entry: T): T {
  return entry;
}
