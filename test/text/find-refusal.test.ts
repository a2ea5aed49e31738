import { expect, it } from 'vitest';
import { findRefusal } from '../../src/text/find-refusal.ts';

it.each([
  ['  I’m sorry, but I can’t help with that.', "i'm sorry, but i can't"],
  ['I **cannot** assist with this.', 'i cannot assist'],
  ['Here you are.', undefined],
  ['', undefined],
])('%j', (text, words) => {
  expect(findRefusal(text)).toBe(words);
});
