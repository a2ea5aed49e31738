import { expect, test } from 'vitest';
import { numberedWords } from '../../src/text/numbered-words.ts';
import { wordRuns } from '../../src/text/word-runs.ts';

test.each([
  ['Where is\n\nmy  CARD-number 12?', ['where', 'is', 'my', 'card', 'number', '12'], [1, 1, 3, 3, 3, 3]],
  ['a\r\nb\rc', ['a', 'b', 'c'], [1, 2, 3]],
  ['手机iPhone坏了', ['手', '机', 'iphone', '坏', '了'], [1, 1, 1, 1, 1]],
  ['กิน', ['กิ', 'น'], [1, 1]],
  ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया'], [1, 1]],
  ['ｆｕｌｌ', ['full'], [1]],
  ['?!', [], []],
])('%j', (text, words, lines) => {
  expect(numberedWords(text)).toEqual({ words, lines });
});

test('runs of words', () => {
  expect(wordRuns(['a', 'b', 'c'], 2)).toEqual(['a b', 'b c']);
  expect(wordRuns(['a'], 2)).toEqual([]);
});
