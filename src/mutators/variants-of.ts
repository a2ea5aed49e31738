import type { Attack } from '../domain/attack.ts';
import type { TextMutator } from '../domain/mutator.ts';
import { type Piece, protectedPieces } from '../text/protected-pieces.ts';
import { pick } from './pick.ts';
import { randomOf } from './random-of.ts';
import { shuffledBy } from './shuffled-by.ts';

/** What is made of each case. */
export type VariantPlan = {
  kinds: readonly TextMutator[];
  /** At most so many of each case, in turns over the kinds; one of each kind when undefined. */
  perCase?: number | undefined;
  seed: number;
  /** Texts of the user's own for the kinds that carry some; none: they have their own. */
  attacks: readonly Attack[];
};

/** A text that is to be changed: its case, and what its author protects in it. */
export type Original = { id: string; text: string; protect: readonly string[] };

/** A variant; `number` counts those of one kind of a case from 1. */
export type Variant = { kind: TextMutator; number: number; text: string; attack?: Attack };

/** A draw may bring what was there before; after so many nothing new is expected. */
const mostDraws = 12;

/**
 * The variants of one case, no text twice. They depend on the seed, the case and the kind alone: neither other cases nor
 * other kinds change them. With `perCase` the order of the kinds is drawn for each case.
 */
export function variantsOf({ id, text, protect }: Original, plan: VariantPlan): Variant[] {
  const { kinds, seed, perCase } = plan;
  const pieces = protectedPieces(text, protect);
  const order = perCase === undefined ? kinds : shuffledBy(kinds, randomOf(seed, id));
  const seen = new Set([text]);
  const made: Variant[] = [];
  const most = perCase ?? kinds.length;
  for (let number = 1; made.length < most && (number === 1 || perCase !== undefined); number++) {
    const before = made.length;
    for (const kind of order) {
      if (made.length >= most) break;
      const variant = draw({ kind, number }, { id, text, pieces, seen }, plan);
      if (!variant) continue;
      seen.add(variant.text);
      made.push(variant);
    }
    if (made.length === before) break;
  }
  return made;
}

type Source = { id: string; text: string; pieces: readonly Piece[]; seen: ReadonlySet<string> };

function draw(
  { kind, number }: Pick<Variant, 'kind' | 'number'>,
  { id, text, pieces, seen }: Source,
  { seed, attacks }: VariantPlan,
): Variant | undefined {
  for (let turn = 0; turn < mostDraws; turn++) {
    const random = randomOf(seed, id, kind.name, number, turn);
    const attack = kind.carriesAttacks && attacks.length > 0 ? pick(attacks, random) : undefined;
    const made = kind.mutate(text, { random, pieces, attack: attack?.text });
    if (made === undefined) return undefined;
    if (!seen.has(made)) return { kind, number, text: made, ...(attack ? { attack } : {}) };
  }
  return undefined;
}
