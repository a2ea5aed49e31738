import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { Sealed } from './holdout.ts';

/** SHA-256 (hex) of what a lock says of a seal and who cannot open it may not change: it is within the sealed text too. */
export function sealTerms({ set, recipients, key, settings }: Omit<Sealed, 'file' | 'fingerprints'>): string {
  return sha256(canonicalJson({ set, recipients, key, settings }));
}
