import { expect, test } from 'vitest';
import { betaQuantile } from '../../src/stats/beta-quantile.ts';
import { near } from './near.ts';

// R 4.2: sprintf("%.17g", qbeta(p, a, b))
test.each([
  [0.025, 1, 50, 0.00050622798304082901],
  [0.975, 1, 50, 0.071121736464197616],
  [0.025, 45, 6, 0.78186463356579772],
  [0.5, 2.5, 7.5, 0.23287867775885501],
  [0.995, 1_000_000, 1, 0.99999999498745817],
  [0.025, 500_000, 500_001, 0.49901951919531184],
  [0.01, 0.5, 0.5, 0.00024671981713422151],
])('%d of beta(%d, %d) lies at %d', (p, a, b, x) => near(betaQuantile(p, a, b), x, 1e-9));

test('the ends', () => {
  expect(betaQuantile(0, 2, 3)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
});
