import { expect, test } from 'vitest';
import { aboveStairs } from '../../src/stats/above-stairs.ts';
import { scoreStairs } from '../../src/stats/score-stairs.ts';
import { scoreTail } from '../../src/stats/score-tail.ts';

// A grid twenty times as fine; in the first rows the worst rate leaves next to no pair that agrees.
test.each([
  [400, 0.02, 1.2],
  [400, 0.02, 2.02],
  [1000, 0.01, 2.3],
  [3000, 0.02, 1.68],
  [50, 0.05, 1.7],
  [7, 0.3, 0.4],
  [1, 0.9, 0],
])('%d pairs within %d: no rate of gains gives more for a score of %d', (pairs, margin, score) => {
  const stairs = scoreStairs(pairs, margin, score);
  const finest = Array.from({ length: 2401 }, (_, i) => {
    const second = ((1 - margin) / 2) * Math.sin((i * Math.PI) / 4800) ** 2;
    return aboveStairs(stairs, pairs, { first: margin + second, second });
  });
  const most = Math.max(...finest);
  const found = scoreTail(pairs, margin, score);
  expect(found).toBeGreaterThanOrEqual(most - 1e-12);
  expect(found).toBeLessThanOrEqual(most * (1 + 1e-3));
});
