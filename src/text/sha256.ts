import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8, in hex; `length` characters of it. */
export function sha256(text: string, length = 64): string {
  // At one go: a hash object for each text keeps the garbage collector busy.
  return hash('sha256', text, 'hex').slice(0, length);
}
