import { expect, test } from 'vitest';
import { chooseItems } from '../../../src/cli/label/choose-items.ts';
import type { LabelItem } from '../../../src/cli/label/label-item.ts';
import { makeItem } from './make-item.ts';

const items = Array.from({ length: 40 }, (_, at) => makeItem({ id: `id-${at}`, case: `case-${at}` }));
const ids = (chosen: readonly LabelItem[]) => chosen.map(({ label }) => label.id);
const picks = (chosen: readonly LabelItem[]) => new Set(chosen.map(({ label }) => label.pick));

test('the order comes from the seed and the ids alone', () => {
  const order = ids(chooseItems(items, { seed: 1 }));
  expect(new Set(order)).toEqual(new Set(ids(items)));
  expect(order).not.toEqual(ids(items));
  expect(ids(chooseItems([...items].reverse(), { seed: 1 }))).toEqual(order);
  expect(ids(chooseItems(items, { seed: 2 }))).not.toEqual(order);
  const other = items.map((item) => ({ ...item, label: { ...item.label, output: 'other', case: 'x' } }));
  expect(ids(chooseItems(other, { seed: 1 }))).toEqual(order);
});

test('more items leave those that were there in their order', () => {
  const order = ids(chooseItems(items, { seed: 1 }));
  const half = items.slice(0, 20);
  const kept = new Set(ids(half));
  expect(ids(chooseItems(half, { seed: 1 }))).toEqual(order.filter((id) => kept.has(id)));
});

test('a limit takes the first; each is a random pick', () => {
  const some = chooseItems(items, { seed: 1, limit: 7 });
  expect(ids(some)).toEqual(ids(chooseItems(items, { seed: 1 })).slice(0, 7));
  expect(picks(some)).toEqual(new Set(['random']));
});

test('cases that were chosen by name are no random pick', () => {
  const some = chooseItems(items, { seed: 1, only: ['case-1', 'case-2?'] });
  expect(ids(some).sort()).toEqual(
    [1, ...Array.from({ length: 10 }, (_, at) => 20 + at)].map((at) => `id-${at}`).sort(),
  );
  expect(picks(some)).toEqual(new Set([undefined]));
});

test('an audit names the items and their kind; they come mixed', () => {
  const kinds = Object.fromEntries(
    items
      .slice(0, 20)
      .map(({ label: { id } }, at) => [id, at < 10 ? ('discordant' as const) : ('concordant' as const)]),
  );
  const some = chooseItems(items, { seed: 1, picks: { ...kinds, 'gone-since': 'concordant' } });
  expect(some).toHaveLength(20);
  expect(some.every(({ label }) => label.pick === kinds[label.id])).toBe(true);
  const firstHalf = some.slice(0, 10).filter(({ label }) => label.pick === 'discordant').length;
  expect(firstHalf).toBeGreaterThan(1);
  expect(firstHalf).toBeLessThan(9);
});

test('an id that is a word of the language is none of the picks', () => {
  expect(chooseItems([makeItem({ id: 'toString' })], { seed: 1, picks: {} })).toEqual([]);
});
