import { expect, test } from 'vitest';
import { closest } from '../../src/text/closest.ts';

const names = ['contains', 'equals', 'matches', 'json', 'not'];
test.each<[string, string | undefined]>([
  ['contians', 'contains'],
  ['Equals', 'equals'],
  ['equal', 'equals'],
  ['jsno', undefined],
  ['jsn', 'json'],
  ['notes', undefined],
  ['', undefined],
  ['something-else', undefined],
])('%s: %s', (name, meant) => {
  expect(closest(name, names)).toBe(meant);
});

test('of two that are as near, the first', () => {
  expect(closest('cat', ['bat', 'hat'])).toBe('bat');
  expect(closest('cat', [])).toBeUndefined();
});
