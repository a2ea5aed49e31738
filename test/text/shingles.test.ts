import { expect, test } from 'vitest';
import { mixed } from '../../src/text/mixed.ts';
import { shingles } from '../../src/text/shingles.ts';

// Published values: fmix32 of MurmurHash3, and FNV-1a of 32 bits (draft-eastlake-fnv, appendix C).
test.each([
  [0, 0],
  [1, 0x514e28b7],
])('mixed %d', (value, expected) => {
  expect(mixed(value)).toBe(expected);
});

test.each([
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the only run of %s has the number of FNV-1a', (text, hash) => {
  expect([...shingles(text, 6)]).toEqual([mixed(hash)]);
});

test.each([
  ['', 0],
  ['abcd', 1],
  ['abcde', 1],
  ['abcdef', 2],
  ['aaaaaaaaaa', 1],
  ['abcdeabcde', 5],
])('%j has %d runs of five characters', (text, count) => {
  const numbers = shingles(text);
  expect(numbers).toHaveLength(count);
  expect([...numbers]).toEqual([...numbers].sort((a, b) => a - b));
});

test('runs of another kind are other runs', () => {
  expect(shingles('abcde', 5, 1)).not.toEqual(shingles('abcde', 5, 2));
});
