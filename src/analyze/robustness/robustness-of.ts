import type { Robust, Robustness } from '../../domain/robustness.ts';
import { wilson } from '../../stats/wilson.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { parentHolds } from './parent-holds.ts';
import type { Came, Variant } from './variant.ts';
import { variantsOf } from './variants-of.ts';

function shareOf(variants: readonly Variant[], came: (id: string) => Came, kind?: string): Robust {
  const passing = [...variantsOf(variants, kind)].filter(([parent]) => came(parent) === true);
  const found = passing.map(([, own]) => parentHolds(own, came));
  const parents = found.filter((one) => one !== undefined).length;
  const hold = found.filter((one) => one === true).length;
  const interval = parents === 0 ? { low: null, high: null } : wilson(hold, parents);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...{ parents, hold, rate: parents === 0 ? null : hold / parents, ...interval },
    open: found.length - parents,
  };
}

const worstFirst = (a: Robust, b: Robust) =>
  (a.rate ?? 2) - (b.rate ?? 2) || b.parents - a.parents || naturalOrder(a.kind ?? '', b.kind ?? '');

/**
 * The share of parents whose every variant still passes, over the parents that pass themselves: all kinds together, and
 * each by itself. A parent counts once, however many variants it has. Undefined where there are no variants.
 */
export function robustnessOf(
  variants: readonly Variant[],
  came: (id: string) => Came,
): Robustness | undefined {
  if (variants.length === 0) return undefined;
  const kinds = [...new Set(variants.map(({ kind }) => kind))];
  const parents = [...variantsOf(variants).keys()];
  return {
    all: shareOf(variants, came),
    kinds: kinds.map((kind) => shareOf(variants, came, kind)).sort(worstFirst),
    failing: parents.filter((parent) => came(parent) === false).length,
  };
}
