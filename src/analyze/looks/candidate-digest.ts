import { askedOf } from '../../domain/asked-of.ts';
import type { RunArm } from '../../domain/run.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { sha256 } from '../../text/sha256.ts';

/** SHA-256 (hex) of what some arms ask: prompt and model of each, in whichever order they stand. */
export function candidateDigest(arms: readonly RunArm[]): string {
  return sha256(canonicalJson(arms.map(askedOf).sort()));
}
