import { alphaSplit } from './alpha-split.ts';
import type { EarlyCase } from './early-case.ts';
import type { EarlyPlan } from './early-plan.ts';
import { type EarlySet, earlySet } from './early-set.ts';
import { type PlannedSet, plannedSet } from './planned-set.ts';

/** A set under its name: all pairs (without one), or those of a slice. */
export type NamedSet = EarlySet & {
  slice?: string;
  isIn(one: EarlyCase): boolean;
  /** A PASS waits for it. */
  isNeeded: boolean;
};

type Found = Pick<NamedSet, 'slice' | 'isIn'> & { planned: PlannedSet };

/** All of a margin of 100 points cannot be bet on; all but a millionth can. */
const widest = 1 - 1e-6;

/** All pairs first, then each slice that the gate names and that has any. */
export function earlySets(
  units: readonly (readonly EarlyCase[])[],
  { gate, margin: given, alpha, repeat, scores }: EarlyPlan,
): NamedSet[] {
  const split = alphaSplit(alpha);
  const margin = Math.min(given, widest);
  const found = [undefined, ...new Set(gate.slices)].flatMap((slice): Found[] => {
    const isIn = ({ baseline, tags }: EarlyCase) =>
      baseline !== undefined && (slice === undefined || tags.includes(slice));
    const inside = units.map((unit) => unit.filter(isIn));
    const planned = plannedSet(inside, { margin, alpha: split.end, repeat });
    return planned ? [{ ...(slice === undefined ? {} : { slice }), isIn, planned }] : [];
  });
  return found.map(({ planned, ...one }) => ({
    ...one,
    ...earlySet(planned, { ...split, margin, sets: found.length, scores }),
    isNeeded: one.slice === undefined || !planned.isTooSmall,
  }));
}
