import type { CassetteRequest } from '../domain/cassette.ts';
import { sha256 } from '../text/sha256.ts';
import { requestText } from './request-text.ts';

/** SHA-256 (hex, first 16) of all that an answer depends on: two that are equal ask the same thing the same time. */
export function requestDigest(request: CassetteRequest, repeat: number): string {
  return sha256(`${repeat} ${requestText(request)}`, 16);
}
