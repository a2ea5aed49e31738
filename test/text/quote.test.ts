import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../src/text/quote.ts';

describe('quote', () => {
  it.each([
    ['plain', 80, '"plain"'],
    ['', 80, '""'],
    ['a\r\nb\tc', 80, '"a\\r\\nb\\tc"'],
    ['\u001b[31mred', 80, '"\\u001b[31mred"'],
    ['a\u202eb', 80, '"a\\u202eb"'],
    ['a\u200bb', 80, '"a\\u200bb"'],
    ['👨‍👩‍👧', 80, '"👨‍👩‍👧"'],
    ['a\u200d👧', 80, '"a\\u200d👧"'],
    ['\ud83d', 80, '"\\ud83d"'],
    ['abcdef', 6, '"abcdef"'],
    ['abcdef', 5, '"abcd…"'],
    ['👍👍👍', 2, '"👍…"'],
    ['\0\t ', 8, '"\\u0000…"'],
    ['\t\t\t', 6, '"\\t\\t\\t"'],
  ])('%j within %d', (text, limit, expected) => {
    expect(quote(text, limit)).toBe(expected);
  });

  it('is one line without control characters, never much longer than the limit', () => {
    const control = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(control, fc.integer({ min: 8, max: 100 }), (text, limit) => {
        const quoted = quote(text, limit);
        expect(quoted).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
        expect([...quoted].length).toBeLessThanOrEqual(limit + 2);
      }),
    );
  });
});
