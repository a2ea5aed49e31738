import { groupedEnds } from './grouped-ends.ts';

const form = /^[A-Z]{2}\d{2}[A-Z0-9]+$/;

/**
 * How many characters at the beginning of a text are an IBAN: 15 to 34 letters and digits, with single blanks or dashes
 * between, of which the check digits hold (ISO 13616, ISO 7064 mod 97); the longest that fits, 0 where none does.
 */
export function ibanLength(text: string): number {
  const ends = groupedEnds(text, /[A-Z0-9]/i, { least: 15, most: 34 });
  return ends.find(({ signs }) => isSound(signs.toUpperCase()))?.end ?? 0;
}

/** The first four signs go to the end; letters are numbers from 10 on. */
function isSound(signs: string): boolean {
  if (!form.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
