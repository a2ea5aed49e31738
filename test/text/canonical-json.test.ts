import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/text/canonical-json.ts';

it.each([
  [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
  ['é"', '"é\\""'],
  [undefined, 'null'],
])('%j', (value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

it('is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('a', 'b') }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
