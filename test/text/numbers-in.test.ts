import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/text/numbers-in.ts';

const values = (text: string, decimal?: 'dot' | 'comma') =>
  numbersIn(text, decimal).map(({ value }) => value);

describe('numbersIn', () => {
  it.each([
    ['no digits', []],
    ['16 - 3 = 13', [16, 3, 13]],
    ['16-3', [16, 3]],
    ['a-1 (-2) -3', [1, -2, -3]],
    ['$1,234.50 and €-5 or -£6', [1234.5, -5, -6]],
    ['1,23 12,345,67', [1, 23, 12345, 67]],
    ['1.2.3', [1.2, 3]],
    ['.5 0.5.', [0.5, 0.5]],
    ['1e3 2E-2 3em 4e', [1000, 0.02, 3, 4]],
    ['10 000', [10, 0]],
    ['10\u202f000', [10000]],
    ['१२३ ۴۵', [123, 45]],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('reads the decimal comma', () => {
    expect(values('1.234,5 und 0,25', 'comma')).toEqual([1234.5, 0.25]);
  });

  it('reads back what was written, wherever it stands', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(number, (value) => {
        const text = `It is ${String(value)} in all`;
        const [found] = numbersIn(text);
        expect(found!.value === value).toBe(true);
        expect(text.slice(found!.start, found!.end)).toBe(String(value));
      }),
    );
  });

  it('reads back grouped integers', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(values(`x ${value.toLocaleString('en-US')}.`)).toEqual([value]);
      }),
    );
  });
});
