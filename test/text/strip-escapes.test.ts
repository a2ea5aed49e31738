import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripEscapes } from '../../src/text/strip-escapes.ts';

test.each([
  ['plain, with\na newline and a\ttab', 'plain, with\na newline and a\ttab'],
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u009b31mred', 'red'],
  ['a\u001b[2J\u001b[1;1Hb', 'ab'],
  ['\u001b]8;;http://evil.example\u0007text\u001b]8;;\u001b\\', 'text'],
  ['\u001b]0;never ended', '␛]0;never ended'],
  ['\u001b\u001b[0m[0m', '␛[0m'],
  ['bell \u0007, delete \u007f, back \u0008', 'bell ␇, delete ␡, back ␈'],
  ['one\r\ntwo\rthree', 'one\ntwo␍three'],
  ['a\u202eb\u2066c\u200bd', 'a\ufffdb\ufffdc\ufffdd'],
  ['lone \ud800 half', 'lone \ufffd half'],
  ['👩‍👩‍👧 日本 𝄞', '👩‍👩‍👧 日本 𝄞'],
])('%j becomes %j', (text, shown) => expect(stripEscapes(text)).toBe(shown));

test('nothing that a terminal obeys is left, and a second time changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\u001b', '[', ']', '0', 'm', '\u0007', '\\') }),
      (a, b) => {
        const once = stripEscapes(a + b + a);
        expect(once).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
        expect(stripEscapes(once)).toBe(once);
      },
    ),
  );
});

test('a megabyte of openings takes no time', () => {
  const started = process.hrtime.bigint();
  stripEscapes('\u001b]'.repeat(500_000));
  stripEscapes('\u001b[0;'.repeat(250_000));
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
});
