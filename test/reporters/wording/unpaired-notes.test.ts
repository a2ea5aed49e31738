import { expect, test } from 'vitest';
import type { Comparison, Unpaired } from '../../../src/domain/comparison.ts';
import { unpairedNotes } from '../../../src/reporters/wording/unpaired-notes.ts';
import { makeComparison, makeUnpaired } from '../make-comparison.ts';

const none = makeComparison().unpaired;
const notes = (unpaired: Partial<Comparison['unpaired']>) =>
  unpairedNotes({ unpaired: { ...none, ...unpaired } });
const failed = (name: string) => makeUnpaired(name, false);
const passed = (name: string) => makeUnpaired(name, true);

test.each<[string, Unpaired[], string, boolean]>([
  ['one that passed', [passed('a')], '1 case was removed, which passed before: a', false],
  [
    'one that failed',
    [failed('a')],
    '1 case was removed, which FAILED before: a. No rate here counts them.',
    true,
  ],
  [
    'some that failed, which alone are named',
    [passed('a'), failed('b'), failed('c')],
    '3 cases were removed, 2 of which FAILED before: b, c. No rate here counts them.',
    true,
  ],
  [
    'half of its repeats are a failure',
    [{ case: 'a', tags: [], baseline: { passed: 1, of: 2 } }],
    '1 case was removed, which FAILED before: a. No rate here counts them.',
    true,
  ],
])('removed: %s', (_name, removed, text, isGrave) => {
  expect(notes({ removed })).toEqual([{ text, isGrave, isRuled: true }]);
});

test.each<[string, Unpaired[], string, boolean]>([
  ['one that passes', [makeUnpaired('a', true, true)], '1 case was edited and is not compared: a', false],
  [
    'one that passed and fails',
    [makeUnpaired('a', true, false)],
    '1 case was edited and is not compared; it fails now and passed before: a',
    true,
  ],
  [
    'several',
    [makeUnpaired('a', true, false), makeUnpaired('b', false, false), makeUnpaired('c', true, true)],
    '3 cases were edited and are not compared; 2 of them fail now, 1 of which passed before: a, b, c',
    true,
  ],
])('changed: %s', (_name, changed, text, isGrave) => {
  expect(notes({ changed })).toEqual([{ text, isGrave, isRuled: true }]);
});

test('five are named, and how many more there are', () => {
  const added = Array.from({ length: 1200 }, (_, n) => makeUnpaired(`c${n}`, undefined, true));
  expect(notes({ added })).toEqual([
    { text: '1,200 cases are new: c0, c1, c2, c3, c4 and 1,195 more', isGrave: false, isRuled: false },
  ]);
});

test('where all have a pair nothing is said', () => expect(notes({})).toEqual([]));
