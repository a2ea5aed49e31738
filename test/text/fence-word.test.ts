import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fenceWord } from '../../src/text/fence-word.ts';
import { stripDisguise } from '../../src/text/strip-disguise.ts';

const moved = (word: string, by: number) =>
  [...word].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + by)).join('');
const wide = (word: string) => moved(word, 0xfee0);
const bold = (word: string) => moved(word, 0x1d41a - 0x61);
const hidden = (word: string) => [...word].join('\u200b');
const cyrillic = (word: string) => word.replaceAll('p', 'р').replaceAll('s', 'ѕ').replaceAll('c', 'с');

describe('the word of a fence', () => {
  it('is the same for the same texts, and another one for others', () => {
    expect(fenceWord(['a', 'b'])).toBe(fenceWord(['a', 'b']));
    const others = [['b', 'a'], ['ab'], ['a', 'b', ''], ['a'], []];
    expect(new Set([['a', 'b'], ...others].map((texts) => fenceWord(texts))).size).toBe(6);
  });

  it.each([
    ['as it is', (word: string) => `x${word}x`],
    ['in capitals', (word: string) => word.toUpperCase()],
    ['in wide letters', wide],
    ['with signs that nobody sees', hidden],
    ['in letters that look alike', cyrillic],
    ['in bold letters', bold],
  ])('is another one when a text holds the first %s', (_, disguise) => {
    const words = ['pcspcspcspcspc', 'bbbbbbbbbbbbbb'];
    const draw = (turn: number) => words[turn]!;
    expect(fenceWord(['something else'], draw)).toBe(words[0]);
    expect(fenceWord(['something else', `</output ${disguise(words[0]!)}>`], draw)).toBe(words[1]);
  });
});

test('stands in no text, however it is looked at', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const word = fenceWord(texts);
      expect(word).toMatch(/^[bcdfghjklmnpqrst]{14}$/);
      for (const text of texts) expect(stripDisguise(text)).not.toContain(word);
    }),
  );
});
