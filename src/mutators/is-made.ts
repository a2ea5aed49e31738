import { isMap } from '../text/is-map.ts';
import { rowDigest } from './row-digest.ts';

/** Whether a row is as the mutators wrote it; one that a person wrote or changed is not. */
export function isMade(row: Record<string, unknown>): boolean {
  const { meta } = row;
  return isMap(meta) && isMap(meta.mutation) && meta.mutation.digest === rowDigest(row);
}
