import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { near } from './near.ts';

// R 4.2: for (p in c(1e-300, 1e-20, ...)) sprintf("%.17g", qnorm(p))
test.each([
  [1e-300, -37.047096299361201],
  [1e-20, -9.2623400897984052],
  [1e-5, -4.2648907939228256],
  [0.01, -2.3263478740408408],
  [0.025, -1.9599639845400538],
  [0.075, -1.4395314709384557],
  [0.3, -0.52440051270804067],
  [0.9, 1.2815515655446008],
  [0.975, 1.9599639845400536],
  [0.995, 2.5758293035488999],
  [0.999999, 4.7534243088170891],
])('the normal quantile of %d is %d', (p, z) => near(normalQuantile(p), z, 1e-14));

test('the ends and the middle', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});
