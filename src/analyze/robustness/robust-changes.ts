import type { RobustChange } from '../../domain/robustness.ts';
import { holm } from '../../stats/holm.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { parentHolds } from './parent-holds.ts';
import type { Came, Variant } from './variant.ts';
import { variantsOf } from './variants-of.ts';

/** How cases came out on both sides. */
export type BothSides = { before(id: string): Came; after(id: string): Came };

const level = 0.05;

/** Parents of one kind that pass on both sides and whose variants have verdicts on both. */
function changeOf(variants: readonly Variant[], { before, after }: BothSides, kind?: string) {
  const passing = [...variantsOf(variants, kind)].filter(
    ([parent]) => before(parent) === true && after(parent) === true,
  );
  const pairs = passing
    .map(([, own]) => ({ held: parentHolds(own, before), now: parentHolds(own, after) }))
    .filter(({ held, now }) => held !== undefined && now !== undefined);
  const lost = pairs.filter(({ held, now }) => held && !now).length;
  const won = pairs.filter(({ held, now }) => now && !held).length;
  return {
    ...(kind === undefined ? {} : { kind }),
    parents: pairs.length,
    before: pairs.filter(({ held }) => held).length,
    after: pairs.filter(({ now }) => now).length,
    p: mcnemar(lost, won).worse,
  };
}

/**
 * What became of robustness: all kinds together, then each by name, over parents that pass on both sides, so that a
 * parent that was lost is not counted twice. Fewer that hold are proven by the exact one-sided McNemar test over
 * parents, corrected by Holm for the number of kinds. Empty where there is no parent to be seen.
 */
export function robustChanges(variants: readonly Variant[], sides: BothSides): RobustChange[] {
  const kinds = [...new Set(variants.map(({ kind }) => kind))].sort();
  const found = [undefined, ...kinds]
    .map((kind) => changeOf(variants, sides, kind))
    .filter(({ parents }) => parents > 0);
  const adjusted = holm(found.map(({ p }) => p));
  return found.map((one, index) => ({ ...one, p: adjusted[index]!, isWidened: adjusted[index]! <= level }));
}
