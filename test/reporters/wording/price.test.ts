import { expect, test } from 'vitest';
import type { AskedAgain } from '../../../src/domain/afresh.ts';
import { price } from '../../../src/reporters/wording/price.ts';

type Asked = [answers: number, usd: number, unknown?: number];
const again = ([answers, usd, unknown = 0]: Asked): AskedAgain => ({
  cases: answers,
  answered: answers,
  answers,
  usd,
  unknown,
});
const both = (canary: Asked, redraws: Asked) => ({ canary: again(canary), redraws: again(redraws) });
const asked = (n: number, cache = 0) => ({ asked: n, cache, cassette: 0 });

test.each([
  ['$0.0022', 0.0022, 0, asked(100), undefined],
  ['$0.0033, $0.0011 of it for 25 canary and 24 fresh answers', 0.0022, 0, asked(100), both([25, 0.0005], [24, 0.0006])],
  ['$0.0033, $0.0011 of it for 1 canary answer', 0.0022, 0, asked(100), both([1, 0.0011], [0, 0])],
  ['$0.0011, $0.0011 of it for 24 fresh answers', 0, 0, asked(0, 100), both([0, 0], [24, 0.0011])],
  ['$0.0033 + 24 answers of unknown price, $0.0011 of it for 25 canary and 24 fresh answers', 0.0022, 0, asked(100), both([25, 0.0011], [24, 0, 24])],
  ['cost unknown, with 24 fresh answers', 0, 100, asked(100), both([0, 0], [24, 0, 24])],
  ['cost unknown', 0, 100, asked(100), undefined],
  ['–', 0, 0, asked(0, 100), undefined],
  ['–', 0, 0, asked(0, 100), both([0, 0], [24, 0])],
])('%s', (words, usd, unknown, answers, afresh) => {
  expect(price({ cost: { usd, unknown }, answers, ...(afresh ? { afresh } : {}) })).toBe(words);
}); // biome-ignore format: a table

test('in a table the sum alone', () => {
  const arm = { cost: { usd: 0.0022, unknown: 0 }, answers: asked(100), afresh: both([25, 0.0011], [0, 0]) };
  expect(price(arm, true)).toBe('$0.0033');
});
