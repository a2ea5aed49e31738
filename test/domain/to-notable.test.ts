import { expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { toNotable } from '../../src/domain/to-notable.ts';
import { makeRow } from '../analyze/make-row.ts';

const shown = (expect: Json, text: string) => {
  const row = makeRow({ case: 'one', status: 'failed', expect, text });
  const { expected, got } = toNotable(row);
  return { expected, got };
};

test.each([
  { expect: { a: 1 }, text: '{\n  "a": 2\n}', expected: '{"a":1}', got: '{"a":2}' },
  { expect: [1], text: 'no JSON', expected: '[1]', got: 'no JSON' },
  { expect: 'yes', text: '{ "a": 1 }', expected: 'yes', got: '{ "a": 1 }' },
])('$text stands beside $expected', ({ expect: wanted, text, expected, got }) => {
  expect(shown(wanted, text)).toEqual({ expected, got });
});

test('a long text is cut', () => {
  expect(shown('x'.repeat(5000), 'y').expected?.length).toBeLessThanOrEqual(2000);
});
