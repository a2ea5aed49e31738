import { seeded } from '../flow/seeded.ts';
import { sha256 } from '../text/sha256.ts';

/** Numbers in [0, 1) that belong to a name: the same for the same parts, whatever was drawn for others. */
export function randomOf(...parts: readonly (string | number)[]): () => number {
  return seeded(Number.parseInt(sha256(JSON.stringify(parts), 8), 16));
}
