import { expect, test } from 'vitest';
import { comparisonNotes } from '../../../src/reporters/wording/comparison-notes.ts';
import { comparisons } from '../comparisons.ts';
import { makeComparison } from '../make-comparison.ts';

const { comparison } = comparisons.unpaired;
const texts = (...of: Parameters<typeof comparisonNotes>) => comparisonNotes(...of).map(({ text }) => text);

test('without a gate all is told, the grave first', () => {
  const notes = comparisonNotes(comparison, false);
  expect(notes.map(({ isGrave }) => isGrave)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(notes[0]?.text).toBe('3 cases have no verdict: at worst it is INCONCLUSIVE, at best PASS');
});

test('beside a gate only what its rulings do not tell', () => {
  expect(texts(comparison, true)).toEqual([
    '25 cases of the baseline asked again: 1 newly failing (p = 1); this does not show that the provider moved',
    '7 cases are new; 1 of them fails now: new-1, new-2, new-3, new-4, new-5 and 2 more',
    'ended early, after 140 of 200 cases: the evidence was enough',
  ]);
});

test('the ruling on a stale baseline tells of the provider and of nothing else', () => {
  const notes = texts({ ...comparison, stale: 'The provider moved.' }, true);
  expect(notes.join('\n')).toContain('2 of which FAILED before');
  expect(notes.join('\n')).not.toContain('asked again');
});

test('without a gate it is told which cases count otherwise than the files say', () => {
  const untagged = ['a', 'b'].map((name) => {
    return { case: name, tags: ['critical'], candidate: { passed: 1, of: 1 }, open: 0 };
  });
  const recounted = { weighed: ['x'], grouped: ['y', 'z'], untagged };
  expect(comparisonNotes(makeComparison({ recounted }), true)).toEqual([]);
  expect(comparisonNotes(makeComparison({ recounted }), false)).toEqual([
    {
      text: '1 case weighs otherwise: x; 2 cases are grouped otherwise: y, z; 2 cases lost tags: a, b. Here they count as before.',
      isGrave: true,
      isRuled: true,
    },
  ]);
});

test('where nothing is in the way nothing is said', () => {
  expect(comparisonNotes(makeComparison(), false)).toEqual([]);
});
