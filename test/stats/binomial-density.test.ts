import { test } from 'vitest';
import { binomialDensity } from '../../src/stats/binomial-density.ts';
import { near } from './near.ts';

// R 4.2: dbinom(k, k + rest, p), and for fractions dbeta(p, k + 1, rest + 1) / (k + rest + 1)
test.each([
  [1, 1, 0.5, 0.5],
  [3, 7, 0.2, 0.20132659200000003],
  [500, 500, 0.5, 0.025225018178360804],
  [999_999, 1, 0.999999, 0.36787962510598077],
  [7, 1, 0.01, 7.92e-14],
  [2.5, 3.25, 0.3, 0.2544527249109067],
  [0.5, 0.5, 0.9, 0.38197186342054873],
  [14.9, 15.1, 0.5, 0.14437130689945687],
])('%d and %d at %d give %d', (k, rest, p, value) => near(binomialDensity(k, rest, p), value, 1e-9));
