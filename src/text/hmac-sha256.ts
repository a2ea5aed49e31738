import { createHmac } from 'node:crypto';

/** HMAC-SHA256 of a text's UTF-8 under a key, in hex. */
export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
