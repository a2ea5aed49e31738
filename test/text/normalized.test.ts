import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalized } from '../../src/text/normalized.ts';

test.each([
  ['  Where IS\n\tmy\u00a0card?  ', 'where is my card?'],
  ['ＷＨＥＲＥ　is', 'where is'],
  ['ﬁne ①', 'fine 1'],
  ['cafe\u0301', 'café'],
  ['', ''],
  [' \u3000\r\n', ''],
])('%j', (text, even) => {
  expect(normalized(text)).toBe(even);
});

test('what is even stays as it is, whatever case and spaces it came in', () => {
  const words = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 6 });
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n', '\t \u00a0'), (parts, space) => {
      const even = normalized(parts.join(space));
      expect(normalized(even)).toBe(even);
      expect(normalized(parts.join(` ${space}`))).toBe(even);
      expect(even).not.toMatch(/\s{2}|^\s|\s$/u);
    }),
  );
});
