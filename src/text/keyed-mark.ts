import { createHmac } from 'node:crypto';

/** 8 signs of base64url, 48 bits: HMAC-SHA256 under a key of a purpose and a text, so that no purpose can be taken for another. */
export function keyedMark(key: string, purpose: string, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url').slice(0, 8);
}
