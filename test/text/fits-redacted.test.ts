import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redacted } from '../../src/store/redacted.ts';
import { fitsRedacted } from '../../src/text/fits-redacted.ts';
import { redactor } from '../../src/text/redactor.ts';

test.each([
  { redacted: 'a [redacted] b', value: 'a secret b', fits: true },
  { redacted: 'a [redacted] b', value: 'a  b', fits: true },
  { redacted: 'a [redacted] b', value: 'a [redacted] b', fits: true },
  { redacted: 'a [redacted] b', value: 'a secret c', fits: false },
  { redacted: 'ab[redacted]ba', value: 'aba', fits: false },
  { redacted: '[redacted]x[redacted]y', value: '1x2x3y', fits: true },
  { redacted: '[redacted]x[redacted]x', value: '1x', fits: false },
  { redacted: 'plain', value: 'plain', fits: true },
  { redacted: 'plain', value: 'Plain', fits: false },
  { redacted: 1, value: '1', fits: false },
  { redacted: ['[redacted]'], value: ['a', 'b'], fits: false },
  { redacted: { a: '[redacted]', b: undefined }, value: { a: 'x' }, fits: true },
  { redacted: { 'x-[redacted]': 1, 'x-a': 2 }, value: { 'x-a': 2, 'x-key': 1 }, fits: true },
  { redacted: { 'x-[redacted]': 1 }, value: { 'y-key': 1 }, fits: false },
  { redacted: { a: 1 }, value: { a: 1, b: 2 }, fits: false },
  { redacted: {}, value: [], fits: false },
  { redacted: null, value: null, fits: true },
])('$redacted for $value: $fits', ({ redacted: recorded, value, fits }) => {
  expect(fitsRedacted(recorded, value)).toBe(fits);
});

test('whatever is redacted fits what it was made from', () => {
  const secret = fc.string({ minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(secret, fc.jsonValue(), fc.string(), (word, value, around) => {
      const whole = [value, `${around}${word}${around}`, { [`k ${word}`]: word }];
      expect(fitsRedacted(redacted(whole, redactor([word])), whole)).toBe(true);
    }),
  );
});

test('a hostile text takes no time: 10,000 holes against a million letters', () => {
  expect(fitsRedacted('a[redacted]'.repeat(10_000), `${'a'.repeat(1_000_000)}b`)).toBe(true);
  expect(fitsRedacted(`${'a[redacted]'.repeat(10_000)}c`, 'a'.repeat(1_000_000))).toBe(false);
}, 2000);
