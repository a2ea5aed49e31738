import { canonicalJson } from '../text/canonical-json.ts';
import { isMap } from '../text/is-map.ts';
import { sha256 } from '../text/sha256.ts';

/** What a variant's row says of itself under `meta.mutation`, without its digest. */
const withoutDigest = (row: Record<string, unknown>): Record<string, unknown> => {
  const meta = isMap(row.meta) ? row.meta : {};
  const { digest: _, ...mutation } = isMap(meta.mutation) ? meta.mutation : ({} as Record<string, unknown>);
  return { ...row, meta: { ...meta, mutation } };
};

/** The digest that a variant's row carries, so that a row that a person has edited since can be told from one of ours. */
export function rowDigest(row: Record<string, unknown>): string {
  return sha256(canonicalJson(withoutDigest(row)), 8);
}
