import type { Variant } from './variant.ts';

/** Variants by the parent that they were made from; of one kind, where that is told. */
export function variantsOf(variants: readonly Variant[], kind?: string): Map<string, Variant[]> {
  const parents = new Map<string, Variant[]>();
  for (const one of variants) {
    if (kind !== undefined && one.kind !== kind) continue;
    const own = parents.get(one.parent);
    if (own) own.push(one);
    else parents.set(one.parent, [one]);
  }
  return parents;
}
