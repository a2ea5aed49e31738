import { rowDigest } from './row-digest.ts';
import type { VariantRow } from './to-variant-row.ts';

/** A row with its own digest: it is known for ours as long as nobody changes it. */
export function signed(row: VariantRow): VariantRow {
  const { mutation } = row.meta;
  const digest = rowDigest(row);
  return { ...row, meta: { ...row.meta, mutation: { ...(mutation as object), digest } } };
}
