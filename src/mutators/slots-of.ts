import type { ModelMutator } from '../domain/mutator.ts';
import { manners } from './manners.ts';
import { randomOf } from './random-of.ts';
import { shuffledBy } from './shuffled-by.ts';

/** A text that a model is to write: of which case, of which kind, and how: a manner, or a language (BCP 47). */
export type Slot = { id: string; kind: ModelMutator; how: string };

/** What is asked for: so many paraphrases of each case, and a translation into each language. */
export type SlotPlan = {
  kinds: readonly ModelMutator[];
  languages: readonly string[];
  perCase?: number | undefined;
  seed: number;
};

/** The texts that are asked for of a case. They depend on the seed and the case alone. */
export function slotsOf(id: string, { kinds, languages, perCase = 1, seed }: SlotPlan): Slot[] {
  return kinds.flatMap((kind) => {
    const hows =
      kind.name === 'translation'
        ? languages
        : shuffledBy(manners, randomOf(seed, id, kind.name)).slice(0, perCase);
    return hows.map((how) => ({ id, kind, how }));
  });
}
