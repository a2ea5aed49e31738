import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { HoldoutLock } from './holdout.ts';

/** SHA-256 (hex) of all that a lock says: what was edited by hand no longer fits it. */
export function holdoutDigest(lock: HoldoutLock): string {
  return sha256(canonicalJson(lock));
}
