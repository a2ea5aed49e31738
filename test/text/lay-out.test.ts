import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { layOut } from '../../src/text/lay-out.ts';
import { toWidth } from '../../src/text/to-width.ts';

const lines = (text: string, width: number, most = 99) =>
  layOut([{ text, mark: 0 }], width, most).lines.map((line) => line.map((piece) => piece.text).join(''));

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['漢字漢字', 4, ['漢字', '漢字']],
  ['took 2.3 s · next', 12, ['took 2.3 s ·', 'next']],
  ['a 95 % interval', 5, ['a', '95 %', 'inter', 'val']],
])('%s in %d columns', (text, width, expected) => expect(lines(text, width)).toEqual(expected));

test('what is left out is said', () => {
  expect(layOut([{ text: 'a b c', mark: 0 }], 1, 2).isCut).toBe(true);
  expect(layOut([{ text: 'a b', mark: 0 }], 1, 2).isCut).toBe(false);
});

test('marks stay with their words', () => {
  const { lines: laid } = layOut(
    [
      { text: 'one two ', mark: 'x' },
      { text: 'three', mark: 'y' },
    ],
    9,
    9,
  );
  expect(laid).toEqual([[{ text: 'one two', mark: 'x' }], [{ text: 'three', mark: 'y' }]]);
});

test('no line is too wide and no word is lost', () => {
  const words = fc.array(fc.constantFrom('a', 'word', '漢字', 'é', '·', '%', '12', 's'), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 6, max: 40 }), (list, width) => {
      const laid = lines(list.join(' '), width);
      for (const line of laid) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(laid.join(' ').replace(/ /g, '')).toBe(list.join(''));
    }),
  );
});

test.each([
  ['short', 5, 'short'],
  ['longer', 5, 'long…'],
  ['漢字漢字', 5, '漢字…'],
])('%s fitted to %d columns is %s', (text, width, fitted) => expect(toWidth(text, width)).toBe(fitted));
