import { expect, test } from 'vitest';
import { repeats } from '../../../src/analyze/compare/repeats.ts';
import { makeCase } from './make-results.ts';

const pair = (id: string, [p, of]: [number, number], [q, to]: [number, number]) => ({
  id,
  baseline: makeCase(id, { passed: p, of }),
  candidate: makeCase(id, { passed: q, of: to }),
});

test('without repeats there is nothing to say of them', () => {
  expect(repeats([pair('a', [1, 1], [0, 1])], { baseline: 1, candidate: 1 })).toBeUndefined();
});

// By hand, k = 2: C(2,2)/C(3,2) = 1/3 and C(3,2)/C(3,2) = 1; 1 - C(1,2)/C(3,2) = 1 and 1.
test('pass@k and pass^k are over the lesser repeat; a case with fewer verdicts is left out', () => {
  const pairs = [pair('a', [2, 3], [1, 2]), pair('b', [3, 3], [2, 2]), pair('c', [1, 1], [2, 2])];
  const found = repeats(pairs, { baseline: 3, candidate: 2 })!;
  expect(found.k).toBe(2);
  expect(found.baseline!.passAtK).toBeCloseTo(1, 12);
  expect(found.baseline!.passHatK).toBeCloseTo(2 / 3, 12);
  expect(found.candidate!.passAtK).toBeCloseTo(1, 12);
  expect(found.candidate!.passHatK).toBeCloseTo(2 / 3, 12);
});

test('no case has so many verdicts: null, not nought', () => {
  const found = repeats([pair('a', [1, 1], [1, 1])], { baseline: 3, candidate: 3 });
  expect(found).toEqual({ k: 3, baseline: null, candidate: null, byRepeats: null });
});

test('repeats can take away all of the noise where cases do not differ, and none where answers do not', () => {
  const same = [pair('a', [1, 1], [1, 2]), pair('b', [1, 1], [1, 2])];
  const apart = [pair('a', [1, 1], [2, 2]), pair('b', [1, 1], [0, 2])];
  expect(repeats(same, { baseline: 1, candidate: 2 })!.byRepeats).toBe(1);
  expect(repeats(apart, { baseline: 1, candidate: 2 })!.byRepeats).toBe(0);
});
