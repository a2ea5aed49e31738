import { expect, test } from 'vitest';
import { whatIsLeft } from '../../../src/cli/label/what-is-left.ts';
import type { Label, Pick } from '../../../src/domain/label.ts';
import { makeItem } from './make-item.ts';

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => makeItem({ id, pick: 'random' }));
const said = (id: string, pick?: Pick, label: string | null = 'pass', rater = 'ana') =>
  ({
    ...makeItem({ id }).label,
    label,
    rater,
    ...(pick ? { pick } : {}),
    at: '2026-11-30T14:00:00.000Z',
  }) as Label;
const left = (labels: Label[], of = items) => {
  const { open, passed, settled, ...counts } = whatIsLeft(of, labels, 'ana');
  const ids = (all: readonly Label[]) => all.map(({ id }) => id).join('');
  return {
    open: open.map(({ label }) => label.id).join(''),
    passed: passed.map(ids),
    settled: ids(settled),
    ...counts,
  };
};

test('what this person has labelled is done; what others have is not', () => {
  expect(left([said('b', 'random'), said('d', 'random', null), said('a', 'random', 'pass', 'bo')])).toEqual({
    open: 'ace',
    passed: ['', '', ''],
    settled: '',
    before: 2,
    skipped: 1,
  });
});

test('what was picked otherwise becomes a part of the sample with the item behind it', () => {
  expect(left([said('a', 'discordant'), said('b'), said('d', 'concordant')])).toMatchObject({
    open: 'ce',
    passed: ['ab', 'd'],
    settled: '',
  });
});

test('behind the last item that is open the rest belongs to it', () => {
  expect(left([said('c', 'discordant'), said('e', 'concordant')])).toMatchObject({
    open: 'abd',
    passed: ['', '', 'ce'],
  });
  expect(left(items.map(({ label }) => said(label.id, 'discordant')))).toMatchObject({
    open: '',
    settled: 'abcde',
  });
});

test('where the items are no random part, nothing becomes one', () => {
  const audited = ['a', 'b'].map((id) => makeItem({ id, pick: 'discordant' }));
  expect(left([said('a')], audited)).toMatchObject({ open: 'b', passed: [''], settled: '' });
  expect(left([said('a', 'discordant')], [makeItem({ id: 'a' })])).toMatchObject({ open: '', settled: '' });
});

test('such a label says what it said, when it was said', () => {
  const { passed } = whatIsLeft(items, [said('a', 'discordant', 'fail')], 'ana');
  expect(passed[0]).toEqual([
    { ...items[0]!.label, label: 'fail', rater: 'ana', at: '2026-11-30T14:00:00.000Z', pick: 'random' },
  ]);
});
