import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf } from '../../src/stats/normal-cdf.ts';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { near } from './near.ts';

// R 4.2: pnorm(z)
test.each([
  [-37, 5.7255712225245771e-300],
  [-20, 2.7536241186062337e-89],
  [-8, 6.2209605742717849e-16],
  [-3, 0.0013498980316300946],
  [-1.959963984540054, 0.025000000000000012],
  [-1, 0.15865525393145705],
  [-0.5, 0.30853753872598694],
  [-1e-10, 0.49999999996010575],
  [0, 0.5],
  [0.3, 0.61791142218895267],
  [0.999999, 0.84134450409769745],
  [1, 0.84134474606854293],
  [1.0001, 0.8413689419311412],
  [2.5, 0.99379033467422384],
  [6, 0.9999999990134123],
  [9, 1],
])('P(Z <= %d)', (z, value) => near(normalCdf(z), value, 1e-13));

test('the ends', () => {
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
});

test('it turns the quantile round', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.999, noNaN: true }), (p) =>
      near(normalCdf(normalQuantile(p)), p, 1e-11),
    ),
  );
});
