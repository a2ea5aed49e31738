import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { jsonObjects } from '../../src/text/json-objects.ts';

const valuesIn = (text: string) => jsonObjects(text).map(({ value }) => value);

describe('the JSON objects of a text', () => {
  it.each([
    ['', []],
    ['no object', []],
    ['{}', [{}]],
    ['x {"a":1} y {"b":2} z', [{ a: 1 }, { b: 2 }]],
    ['{"a":{"b":1}}', [{ a: { b: 1 } }]],
    ['{"a":"} {"}', [{ a: '} {' }]],
    ['{"a":"\\"} {"}', [{ a: '"} {' }]],
    ['{ not JSON {"a":1}', [{ a: 1 }]],
    ['{ {"a":1} }', [{ a: 1 }]],
    ['[{"a":1},{"b":2}]', [{ a: 1 }, { b: 2 }]],
    ['{"a":1', []],
    ['{"a":1}}', [{ a: 1 }]],
    ['{\'a\':1} {"b":2,}', []],
    ['say "{" and {"a":1}', [{ a: 1 }]],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it('says how each is written, and where it ends', () => {
    const text = 'so: { "a" : 1 }.';
    expect(jsonObjects(text)).toEqual([{ value: { a: 1 }, source: '{ "a" : 1 }', end: 15 }]);
  });

  it.each([
    ['opening braces', '{'.repeat(1e5)],
    ['closing braces', '}'.repeat(1e5)],
    ['pairs of braces that hold nothing sound', '{x}'.repeat(1e5)],
    ['braces within braces', `${'{'.repeat(1e5)}${'}'.repeat(1e5)}`],
    ['objects within objects', `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`],
    ['braces and quotes', '{"'.repeat(1e5)],
  ])('finds nothing in a great many %s', (_, text) => {
    expect(jsonObjects(text)).toEqual([]);
  });
});

const prose = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[{}]/g, ''));

test('one that stands between words without braces is found, whatever it holds', () => {
  fc.assert(
    fc.property(prose, fc.dictionary(fc.string(), fc.jsonValue()), prose, (before, value, after) => {
      const source = JSON.stringify(value);
      const found = jsonObjects(before + source + after);
      expect(found).toEqual([{ value: JSON.parse(source), source, end: (before + source).length }]);
    }),
  );
});
