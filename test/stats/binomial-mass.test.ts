import { expect, test } from 'vitest';
import { binomialMass } from '../../src/stats/binomial-mass.ts';
import { near } from './near.ts';

// R 4.2: dbinom(k, n, p)
test.each([
  [0, 0, 1, 1],
  [0, 0, 0, 1],
  [0, 5, 0, 1],
  [5, 5, 1, 1],
  [2, 5, 0, 0],
  [2, 5, 1, 0],
  [-1, 5, 0.5, 0],
  [6, 5, 0.5, 0],
  [3, 10, 0.2, 0.20132659200000003],
  [0, 59, 0.05, 0.048494525249423222],
  [500_000, 1_000_000, 0.5, 0.0007978843613317499],
  [20, 20, 0.25, 9.0949470177292824e-13],
])('P(X = %d) of %d at %d is %d', (k, n, p, value) => {
  if (value === 0) expect(binomialMass(k, n, p)).toBe(0);
  else near(binomialMass(k, n, p), value, 1e-11);
});
