import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeak } from '../../src/text/find-leak.ts';

const secret = fc.string({
  unit: fc.constantFrom(...'abcdefgxyzABCXYZ0123456789'),
  minLength: 8,
  maxLength: 24,
});
const around = fc.string({ unit: fc.constantFrom('q', ' ', '.', 'w', '\n') });
const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
const disguises: Record<string, (text: string) => string> = {
  none: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  spaced: (text) => [...text].join(' '),
  dashed: (text) => [...text].join('-'),
  'in pairs': (text) => text.replace(/../g, '$&-'),
  reversed: (text) => [...text].reverse().join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'URL encoding': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  rot13,
  'zero-width': (text) => [...text].join('\u200b'),
  'full width': (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
};

describe('findLeak', () => {
  it.each(Object.entries(disguises))('finds any secret disguised by: %s', (_, disguise) => {
    fc.assert(
      fc.property(secret, around, around, (hidden, before, after) => {
        expect(findLeak(`${before} ${disguise(hidden)} ${after}`, [hidden])?.index).toBe(0);
      }),
    );
  });

  it('finds nothing where nothing is', () => {
    const prose = fc.array(fc.constantFrom('we', 'sell', 'no', 'shoes', '12', 'on', 'Sunday.'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(prose, (words) => {
        expect(findLeak(words.join(' '), ['K7-Quartz-Vulture', 'hunter2'])).toBeUndefined();
      }),
    );
  });
});
