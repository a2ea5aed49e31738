import type { Case } from '../../domain/case.ts';
import type { ModelMutator } from '../../domain/mutator.ts';
import { type Slot, type SlotPlan, slotsOf } from '../../mutators/slots-of.ts';
import { protectedPieces } from '../../text/protected-pieces.ts';
import { sha256 } from '../../text/sha256.ts';
import { protectOf } from '../mutate/protect-of.ts';
import type { AskedFor } from './slot-key.ts';

/** A text that is to be written: for which case, of which kind and how, and what of the parent's text has to stay. */
export type PlannedSlot = Slot & {
  one: Case;
  kind: ModelMutator;
  text: string;
  keep: string[];
  asked: AskedFor;
};

/** The same, with the id of the prompt that asked for it. */
export type AskedSlot = PlannedSlot & { prompt: string };

/** What is asked for of each case, in their order. Throws a `Refusal` where a case says wrongly what is protected. */
export function planSlots(
  cases: readonly Case[],
  plan: SlotPlan,
  { variable, model }: { variable: string; model: string },
): PlannedSlot[] {
  return cases.flatMap((one) => {
    const text = one.vars[variable];
    if (typeof text !== 'string' || text.trim() === '') return [];
    const pieces = protectedPieces(text, protectOf(one)).filter(({ isProtected }) => isProtected);
    const keep = [...new Set(pieces.map((piece) => piece.text))];
    const of = sha256(text, 8);
    return slotsOf(one.id, plan).map((slot) => {
      const asked = { parent: one.id, kind: slot.kind.name, how: slot.how, of, model };
      return { ...slot, one, text, keep, asked };
    });
  });
}
