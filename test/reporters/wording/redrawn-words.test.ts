import { expect, test } from 'vitest';
import { redrawnWords } from '../../../src/reporters/wording/redrawn-words.ts';

test.each([
  ['regressed', 0, 2, 'regressed: 2 of 2 fresh answers failed'],
  ['cleared', 5, 5, 'cleared: 5 of 5 fresh answers passed'],
  ['flaky', 15, 20, 'flaky: 15 of 20 fresh answers passed'],
  ['open', 0, 1, 'open: 1 of 1 fresh answer failed so far'],
  ['open', 2, 3, 'open: 1 of 3 fresh answers failed so far'],
] as const)('%s, %d of %d', (verdict, passed, of, words) => {
  expect(redrawnWords({ redrawn: { verdict, passed, of } })).toBe(words);
});

test('nothing drawn, nothing said', () => {
  expect(redrawnWords({})).toBeUndefined();
});
