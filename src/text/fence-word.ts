import { sha256 } from './sha256.ts';
import { stripDisguise } from './strip-disguise.ts';

/** No vowels: a word of these stands in no language. */
const letters = 'bcdfghjklmnpqrst';
const length = 14;

const toWord = (hex: string) => [...hex].map((digit) => letters[Number.parseInt(digit, 16)]).join('');

/** Words drawn by the texts themselves, one a turn. */
function drawnBy(texts: readonly string[]): (turn: number) => string {
  const seed = sha256(JSON.stringify(texts));
  return (turn) => toWord(sha256(`${seed} ${turn}`, length));
}

/**
 * A word of 14 letters (56 bits) that stands in none of the texts, in no disguise of the eye either. It is drawn by the
 * texts themselves and not by dice, so that the same question is the same request: from the cache, or from a cassette.
 * Who writes one of the texts would have to find a text that holds its own hash, and would then get another word.
 */
export function fenceWord(texts: readonly string[], draw = drawnBy(texts)): string {
  const seen = texts.map(stripDisguise);
  for (let turn = 0; ; turn += 1) {
    const word = draw(turn);
    if (!seen.some((text) => text.includes(word))) return word;
  }
}
