import { expect, test } from 'vitest';
import { byRepeats } from '../../../src/analyze/reach/by-repeats.ts';

// The variance of the difference of two means of b and c draws that pass with chance p: p(1-p)/b + p(1-p)/c;
// of single draws it is 2p(1-p), the discordance.
test.each([
  [1, 1],
  [3, 1],
  [3, 3],
  [5, 2],
])('baseline × %d, candidate × %d', (baseline, candidate) => {
  const variance = 0.3 * 0.7;
  expect(byRepeats(2 * variance, { baseline, candidate })).toBeCloseTo(
    variance / baseline + variance / candidate,
    12,
  );
});

test('what is not known stays unknown', () => {
  expect(byRepeats(undefined, { baseline: 3, candidate: 1 })).toBeUndefined();
  expect(byRepeats(null, { baseline: 3, candidate: 1 })).toBeNull();
});
