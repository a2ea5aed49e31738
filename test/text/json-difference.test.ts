import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDifference } from '../../src/text/json-difference.ts';

describe('jsonDifference', () => {
  it.each([
    [1, 1, undefined],
    [1, '1', { path: '', expected: 1, found: '1' }],
    [null, undefined, { path: '', expected: null, found: undefined }],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, { path: 'a.b[1]', expected: 2, found: 3 }],
    [{ 'a b': 1 }, {}, { path: '["a b"]', expected: 1, found: undefined }],
    [[], {}, { path: '', expected: [], found: {} }],
    [[1], [1, 2], { path: '[1]', expected: undefined, found: 2 }],
    [{ é: 1 }, { 'e\u0301': 1 }, undefined],
  ])('of %j and %j', (expected, found, difference) => {
    expect(jsonDifference(expected, found)).toEqual(difference);
  });

  it('finds none between a value and itself, whatever the order of keys and items', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value));
        const same: unknown = JSON.parse(JSON.stringify(copy));
        expect(jsonDifference(copy, same)).toBeUndefined();
        expect(jsonDifference(copy, backwards(same), true)).toBeUndefined();
      }),
    );
  });

  it('finds one where one is added', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), fc.boolean(), (list, more, ignoreOrder) => {
        expect(jsonDifference(list, [...list, more], ignoreOrder)).toBeDefined();
        expect(jsonDifference([...list, more], list, ignoreOrder)).toBeDefined();
      }),
    );
  });
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, backwards(item)] as const)
      .reverse(),
  );
}
