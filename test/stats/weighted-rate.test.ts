import { expect, test } from 'vitest';
import { weightedRate } from '../../src/stats/weighted-rate.ts';
import { near } from './near.ts';

test('agrees with R: rate() on cr2(c(1,0,1,1,0), 1:5, c(3,1,1,2,5)) of cr2.ts', () => {
  const weights = [3, 1, 1, 2, 5];
  const rows = [1, 0, 1, 1, 0].map((x, index) => ({ passed: x === 1, weight: weights[index] as number }));
  const { rate, low, high } = weightedRate(rows);
  near(rate, 0.5, 1e-12);
  near(low, 0.0446787049724153, 1e-9);
  near(high, 0.9553212950275847, 1e-9);
});

test('where all passed, few heavy rows say less than many light ones', () => {
  const even = weightedRate(Array.from({ length: 20 }, () => ({ passed: true, weight: 1 })));
  const heavy = weightedRate(
    Array.from({ length: 20 }, (_, i) => ({ passed: true, weight: i === 0 ? 100 : 1 })),
  );
  expect(heavy.low).toBeLessThan(even.low);
  expect(heavy.high).toBe(1);
});
