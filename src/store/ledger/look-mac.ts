import type { Look } from '../../domain/look.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { hmacSha256 } from '../../text/hmac-sha256.ts';

/** What vouches for a look: an HMAC of all that it says, under a key that stands within the sealed text. */
export function lookMac({ mac: _, ...look }: Look, key: string): string {
  return hmacSha256(key, canonicalJson(look));
}
