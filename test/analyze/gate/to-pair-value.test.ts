import { expect, test } from 'vitest';
import { toPairValue } from '../../../src/analyze/gate/to-pair-value.ts';
import { gatePair } from './make-pairs.ts';

const open = gatePair(1, 1, {
  baseline: { passed: 2, of: 2, open: 1 },
  candidate: { passed: 1, of: 2, open: 2 },
  group: 'a',
});

test.each([
  { world: 'shown', baseline: 1, candidate: 1 / 2 },
  { world: 'worst', baseline: 1, candidate: 1 / 4 },
  { world: 'best', baseline: 2 / 3, candidate: 3 / 4 },
] as const)('$world: $baseline against $candidate', ({ world, baseline, candidate }) => {
  expect(toPairValue(open, world)).toMatchObject({
    ...{ baseline, candidate, weight: 1, group: 'a', isSingle: false },
  });
});

test('a side without any verdict has no share, but in the two worlds', () => {
  const unanswered = gatePair(1, 1, { candidate: { passed: 0, of: 0, open: 1 } });
  expect(toPairValue(unanswered, 'shown')).toBeUndefined();
  expect(toPairValue(unanswered, 'worst')).toMatchObject({
    baseline: 1,
    candidate: 0,
    weight: 1,
    isSingle: true,
  });
  expect(toPairValue(unanswered, 'best')).toMatchObject({
    baseline: 1,
    candidate: 1,
    weight: 1,
    isSingle: true,
  });
  const unplanned = gatePair(1, 1, { baseline: { passed: 0, of: 0, open: 0 } });
  expect(toPairValue(unplanned, 'worst')).toBeUndefined();
});

test('repeats that all agree are as one answer', () => {
  const agreed = gatePair(1, 0, { baseline: { passed: 3, of: 3, open: 0 } });
  expect(toPairValue(agreed, 'shown')?.isSingle).toBe(true);
});

test('the answers are told with their shares, as each world counts them', () => {
  expect(toPairValue(open, 'worst')?.counts).toEqual({
    baseline: { passed: 3, of: 3 },
    candidate: { passed: 1, of: 4 },
  });
});
