import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOccurrences } from '../../src/text/count-occurrences.ts';

it.each([
  ['a a a', 'a', {}, 3],
  ['aaaa', 'aa', {}, 2],
  ['aaaa', '', {}, 0],
  ['aaaa', 'a', { limit: 2 }, 2],
  ['cat cats concat cat', 'cat', { wholeWords: true }, 2],
  ['cat_1 cat-1', 'cat', { wholeWords: true }, 1],
  ['𝐚cat cat𝐚 cat', 'cat', { wholeWords: true }, 1],
  ['e\u0301cat', 'cat', { wholeWords: true }, 0],
  ['C++ and C++!', 'C++', { wholeWords: true }, 2],
])('%j holds %j %j', (text, part, options, expected) => {
  expect(countOccurrences(text, part, options)).toBe(expected);
});

it('counts as splitting does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
      (whole, part) => {
        expect(countOccurrences(whole, part)).toBe(whole.split(part).length - 1);
      },
    ),
  );
});
