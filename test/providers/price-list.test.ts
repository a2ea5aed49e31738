import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { providers } from '../../src/providers/index.ts';
import { priceList } from '../../src/providers/price-list.ts';

const million = 1_000_000;

// Prices as the providers published them: gpt-4o-mini $0.15 / $0.60 (cached $0.075), Claude Haiku 3.5 $0.80 / $4
// (cached $0.08), per million tokens.
test.each<{
  model: string;
  price?: { input: number; output: number; cached?: number };
  usage: object;
  usd: number | null;
}>([
  { model: 'openai:gpt-4o-mini', usage: { input: million, output: 0 }, usd: 0.15 },
  { model: 'openai:gpt-4o-mini', usage: { input: 0, output: million }, usd: 0.6 },
  { model: 'openai:gpt-4o-mini', usage: { input: million, output: 0, cached: 400_000 }, usd: 0.09 + 0.03 },
  { model: 'openai:gpt-4o-mini', usage: { input: 10, output: 0, cached: 20 }, usd: 10 * 0.15e-6 },
  { model: 'openai:gpt-4o-mini-2024-07-18', usage: { input: million, output: 0 }, usd: 0.15 },
  { model: 'anthropic:claude-3-5-haiku-latest', usage: { input: million, output: million }, usd: 4.8 },
  { model: 'openai:gpt-4o-mini', usage: { input: 10 }, usd: null },
  { model: 'openai:gpt-4o-mini', usage: {}, usd: null },
  { model: 'openai:no-such-model', usage: { input: 10, output: 10 }, usd: null },
  { model: 'openai-compatible:gpt-4o-mini', usage: { input: 10, output: 10 }, usd: null },
  { model: 'nobody:gpt-4o-mini', usage: { input: 10, output: 10 }, usd: null },
  { model: '@some/package:gpt-4o-mini', usage: { input: 10, output: 10 }, usd: null },
  { model: 'embedded:nearest', usage: {}, usd: 0 },
  {
    model: 'http:http://a',
    price: { input: 2, output: 3 },
    usage: { input: million, output: million },
    usd: 5,
  },
  {
    model: 'openai:gpt-4o-mini',
    price: { input: 2, output: 3 },
    usage: { input: million, output: 0 },
    usd: 2,
  },
  {
    model: 'openai:x',
    price: { input: 2, output: 3, cached: 1 },
    usage: { input: million, output: 0, cached: million / 2 },
    usd: 1.5,
  },
  {
    model: 'openai:x',
    price: { input: 2, output: 3 },
    usage: { input: million, output: 0, cached: million / 2 },
    usd: 2,
  },
  { model: 'openai:x', price: { input: 2, output: 3 }, usage: { input: million }, usd: null },
])('$model $price $usage: $usd', async ({ model, price, usage, usd }) => {
  const at = model.indexOf(':');
  const asked = { provider: model.slice(0, at), id: model.slice(at + 1), price };
  const cost = (await priceList(providers, [asked])).price(asked, usage);
  if (usd === null) expect(cost).toBeNull();
  else expect(cost).toBeCloseTo(usd, 9);
});

test('the source names the version that is installed', async () => {
  const text = await readFile('node_modules/@pydantic/genai-prices/package.json', 'utf8');
  const { source } = await priceList(providers, [{ provider: 'openai', id: 'gpt-4o-mini' }]);
  expect(source).toBe(
    `@pydantic/genai-prices ${(JSON.parse(text) as { version: string }).version} of 2026-09-23`,
  );
});

test('a run that needs no list does not claim one', async () => {
  const { source } = await priceList(providers, [{ provider: 'embedded', id: 'echo' }]);
  expect(source).toMatch(/^no list/);
});

test('a model that was not announced has no silent price', async () => {
  const list = await priceList(providers, [{ provider: 'embedded', id: 'echo' }]);
  expect(list.price({ provider: 'embedded', id: 'echo' }, {})).toBe(0);
  expect(() => list.price({ provider: 'openai', id: 'gpt-4o-mini' }, { input: 1, output: 1 })).toThrow(
    /not loaded/,
  );
});
