import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from '../../src/text/parse-json.ts';

it.each([
  ['{"a": [1]}', { value: { a: [1] } }],
  ['\ufeff1', { value: 1 }],
  ['', { error: 'it ends too early' }],
  ['{"a"', { error: expect.any(String) }],
  ['{a}', { error: expect.stringMatching(/^unexpected text/) }],
  ['"[[["', { value: '[[[' }],
  ['"\\"[["', { value: '"[[' }],
  ['['.repeat(201), { error: 'nested more than 200 deep' }],
])('%j', (text, expected) => {
  expect(parseJson(text)).toEqual(expected);
});

it('reads what JSON.stringify wrote', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
    }),
  );
});
