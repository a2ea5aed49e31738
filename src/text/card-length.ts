import { groupedEnds } from './grouped-ends.ts';

/**
 * How many characters at the beginning of a text are the number of a payment card: 13 to 19 digits, with single blanks or
 * dashes between, of which the check digit holds (Luhn, ISO/IEC 7812); the longest that fits, 0 where none does.
 */
export function cardLength(text: string): number {
  const ends = groupedEnds(text, /\d/, { least: 13, most: 19 });
  return ends.find(({ signs }) => isSound(signs))?.end ?? 0;
}

function isSound(digits: string): boolean {
  // Of nothing but one digit nobody has a card.
  if (/^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
