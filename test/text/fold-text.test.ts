import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';

it.each([
  ['ABC', false, 'ABC'],
  ['ABC', true, 'abc'],
  ['e\u0301', false, 'é'],
  ['ﬁ', true, 'fi'],
])('%j folded (%s) is %j', (text, ignoreCase, folded) => {
  expect(foldText(text, ignoreCase)).toBe(folded);
});

it.each([
  ['Straße', 'STRASSE'],
  ['ΟΔΟΣ', 'οδος'],
  ['É', 'e\u0301'],
  ['ǅ', 'ǆ'],
])('%j and %j are the same without case', (left, right) => {
  expect(foldText(left, true)).toBe(foldText(right, true));
});

it('folds no further the second time, and upper case like lower case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldText(text, true);
      expect(foldText(folded, true)).toBe(folded);
      expect(foldText(text.toUpperCase(), true)).toBe(folded);
    }),
  );
});
