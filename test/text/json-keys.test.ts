import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isMap } from '../../src/text/is-map.ts';
import { jsonKeys } from '../../src/text/json-keys.ts';

describe('the keys of the objects of a JSON text', () => {
  it.each([
    ['{}', [[]]],
    ['{"a":1,"b":2}', [['a', 'b']]],
    ['{"b":1,"a":2,"b":3}', [['b', 'a', 'b']]],
    ['{ "a" \n :\t1 }', [['a']]],
    [
      '{"a":{"x":1,"x":2},"b":3}',
      [
        ['a', 'b'],
        ['x', 'x'],
      ],
    ],
    ['{"a":[{"n":1},{"n":2}]}', [['a'], ['n'], ['n']]],
    ['[["x", "y"], {"a":"b"}]', [['a']]],
    ['{"a":"\\"b\\":1, {\\"c\\":2}"}', [['a']]],
    ['{"a\\"b":1,"\\u0061":2}', [['a"b', 'a']]],
    ['{"a\\\\":"}","2":1,"1":2}', [['a\\', '2', '1']]],
    ['"a"', []],
  ])('%s', (source, keys) => {
    expect(jsonKeys(source)).toEqual(keys);
  });
});

/** The keys of all objects of a value, in the order in which they open. */
const keysOf = (value: unknown): string[][] => {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return isMap(value) ? [Object.keys(value), ...Object.values(value).flatMap(keysOf)] : [];
};

test('are those that JSON.parse keeps where none is there twice', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t', '\n'), (value, space) => {
      const source = JSON.stringify(value, undefined, space);
      expect(jsonKeys(source)).toEqual(keysOf(JSON.parse(source)));
    }),
  );
});
