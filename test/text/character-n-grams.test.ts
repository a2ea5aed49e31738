import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterNGrams } from '../../src/text/character-n-grams.ts';

test.each([
  { text: 'ab', shortest: 2, longest: 3, grams: [' a', 'ab', 'b ', ' ab', 'ab '] },
  { text: 'aa', shortest: 1, longest: 1, grams: [' ', 'a', 'a', ' '] },
  { text: ' A \n\tB ', shortest: 5, longest: 9, grams: [' a b '] },
  { text: 'ﬁ', shortest: 4, longest: 4, grams: [' fi '] },
  { text: '¡A—b!?!', shortest: 4, longest: 4, grams: [' a b', 'a b '] },
  { text: 'नी', shortest: 4, longest: 4, grams: [' नी '] },
  { text: '?!', shortest: 1, longest: 4, grams: [] },
  { text: '', shortest: 2, longest: 4, grams: [] },
  { text: ' \u00a0\n', shortest: 1, longest: 4, grams: [] },
  { text: 'a', shortest: 4, longest: 4, grams: [] },
])('$text, $shortest to $longest characters', ({ text, shortest, longest, grams }) => {
  expect(characterNGrams(text, shortest, longest)).toEqual(grams);
});

test('every gram has a length that was asked for, and holds letters, digits and single spaces alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const gram of characterNGrams(text, 2, 4)) {
        expect(gram.length).toBeGreaterThanOrEqual(2);
        expect(gram.length).toBeLessThanOrEqual(4);
        expect(gram).not.toMatch(/[^\p{L}\p{M}\p{N}\p{Cs} ]| {2}/u);
      }
    }),
  );
});
