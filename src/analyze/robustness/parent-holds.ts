import type { Came, Variant } from './variant.ts';

/** Whether a parent holds under variants of it: one that fails decides, then one without a verdict. */
export function parentHolds(variants: readonly Variant[], came: (id: string) => Came): Came {
  const all = variants.map(({ id }) => came(id));
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
}
