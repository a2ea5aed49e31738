import { test } from 'vitest';
import { weightedMean } from '../../src/stats/weighted-mean.ts';
import { near } from './near.ts';

test('agrees with R: cr2(c(1,0,1,1,0), 1:5, c(3,1,1,2,5)) of cr2.ts', () => {
  const weights = [3, 1, 1, 2, 5];
  const rows = [1, 0, 1, 1, 0].map((value, index) => ({ value, weight: weights[index] as number }));
  const { mean, low, high } = weightedMean(rows);
  near(mean, 0.5, 1e-12);
  near(low as number, -0.601952689395951, 1e-9);
  near(high as number, 1.60195268939595, 1e-9);
});

test('equal weights give t.test(c(.2,.4,.9,.5,.7))$conf.int', () => {
  const { low, high } = weightedMean([0.2, 0.4, 0.9, 0.5, 0.7].map((value) => ({ value, weight: 7 })));
  near(low as number, 0.20452086150733453, 1e-9);
  near(high as number, 0.87547913849266557, 1e-9);
});
