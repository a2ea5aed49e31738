import { expect, it } from 'vitest';
import { rankLanguages } from '../../src/text/rank-languages.ts';

it.each([
  ['안녕하세요', 'ko', 5],
  ['你好', 'zh', 4],
  ['これは本です', 'ja', 12],
  ['the cat and the dog', 'en', 3],
  ['the the the the', 'en', 2],
  ['Он и она', 'ru', 3],
])('%j is likeliest %s, with %d signs of it', (text, code, evidence) => {
  const found = rankLanguages(text);
  expect(found.ranks[0]!.code).toBe(code);
  expect(found.evidence).toBe(evidence);
});

it('knows nothing of what has no letters', () => {
  expect(rankLanguages('123 …')).toEqual({ ranks: [], evidence: 0 });
});
