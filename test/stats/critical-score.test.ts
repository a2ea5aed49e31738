import { expect, test } from 'vitest';
import { criticalScore } from '../../src/stats/critical-score.ts';
import { scoreTail } from '../../src/stats/score-tail.ts';

test.each([
  [20, 0.02, 0.05],
  [59, 0.05, 0.05],
  [200, 0.05, 0.01],
])('%d pairs within %d at %d: significant here, and not just below', (pairs, margin, alpha) => {
  const score = criticalScore(pairs, margin, alpha)!;
  expect(scoreTail(pairs, margin, score)).toBeLessThanOrEqual(alpha);
  expect(scoreTail(pairs, margin, score - 1e-8)).toBeGreaterThan(alpha);
});

test('so few pairs that nothing is', () => {
  expect(criticalScore(1, 0.05, 0.05)).toBeNull();
  expect(criticalScore(0, 0.05, 0.05)).toBeNull();
  expect(criticalScore(5, 0.05, 0.05)).not.toBeNull();
});
