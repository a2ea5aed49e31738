import { expect, test } from 'vitest';
import { unquoted } from '../../src/text/unquoted.ts';

test.each([
  { text: ' "a b" ', bare: 'a b' },
  { text: "'a'", bare: 'a' },
  { text: '`a`', bare: 'a' },
  { text: '“a\nb”', bare: 'a\nb' },
  { text: '"a\'', bare: '"a\'' },
  { text: '"', bare: '"' },
  { text: '""', bare: '' },
])('$text', ({ text, bare }) => {
  expect(unquoted(text)).toBe(bare);
});
