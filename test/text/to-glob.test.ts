import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toGlob } from '../../src/text/to-glob.ts';

test.each<[string, string, boolean]>([
  ['a', 'a', true],
  ['a', 'ab', false],
  ['a*', 'a', true],
  ['a*', 'a/b/c', true],
  ['*', '', true],
  ['*/typos', 'refund/late/typos', true],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['a?c', 'abc', true],
  ['a?c', 'a🎉c', true],
  ['a?c', 'ac', false],
  ['a?', 'a\n', true],
  ['a.c', 'abc', false],
  ['(a|b)', 'a', false],
  ['[ab]', 'a', false],
  ['[ab]', '[ab]', true],
  ['a*a', 'a', false],
  ['a\\*', 'a\\b', true],
])('%s fits %j: %s', (pattern, name, fits) => {
  expect(toGlob(pattern)(name)).toBe(fits);
});

test('a name fits itself, and every pattern made of it by stars', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[*?]/.test(text));
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(), (text, first, second) => {
      const letters = [...text];
      const [from, to] = [first, second].map((at) => at % (letters.length + 1)).sort((a, b) => a - b);
      const pattern = `${letters.slice(0, from).join('')}*${letters.slice(to).join('')}`;
      expect(toGlob(text)(text)).toBe(true);
      expect(toGlob(pattern)(text)).toBe(true);
      expect(toGlob(`${text}*x`)(text)).toBe(false);
    }),
  );
});

test('no pattern makes it slow', () => {
  const start = performance.now();
  expect(toGlob(`${'a*'.repeat(50)}b`)('a'.repeat(5000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
