import { numberedWords } from './numbered-words.ts';

const letter = /\p{L}/u;

/**
 * Three words with letters or more. Of less, two texts that differ in one sign mean different things: an order number, a
 * date, a name.
 */
export function isProse(text: string): boolean {
  return numberedWords(text).words.filter((word) => letter.test(word)).length >= 3;
}
