import { expect, it } from 'vitest';
import { toWords } from '../../src/text/to-words.ts';

it.each([
  ['The CAT, e\u0301t al. 3.5', ['the', 'cat', 'ét', 'al', '3', '5']],
  ['…', []],
])('%j', (text, words) => {
  expect(toWords(text)).toEqual(words);
});
