import { expect, it } from 'vitest';
import { stripDisguise } from '../../src/text/strip-disguise.ts';

it.each([
  ['Plain 1', 'plain 1'],
  ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['𝒶𝓫𝕔', 'abc'],
  ['ⓢⓔⓒ', 'sec'],
  ['s\u200be\u00adc', 'sec'],
  ['séc̷', 'sec'],
  ['ѕеcrеt', 'secret'],
])('%j is %j', (text, expected) => {
  expect(stripDisguise(text)).toBe(expected);
});
