import { lookalikes } from './lookalikes.ts';

const letters = new Map(lookalikes);
const hidden = /[\p{Cf}\p{Mn}\u3164\uffa0]|\u115f|\u1160/gu;

/**
 * Text with its disguises of the eye taken off: compatibility forms (full-width, circled, mathematical letters) as plain
 * ones, invisible signs and combining marks dropped, Cyrillic and Greek look-alikes as Latin letters, lower case.
 */
export function stripDisguise(text: string): string {
  const plain = text.normalize('NFKD').replace(hidden, '').toLowerCase();
  return plain.replace(/[^\x00-\x7f]/gu, (sign) => letters.get(sign) ?? sign);
}
