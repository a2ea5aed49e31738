import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mover } from '../../src/stats/mover.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { near } from './near.ts';

test('reaches add up as sides at a right angle, each in the direction of its weight', () => {
  const terms = [
    { weight: 1, value: 0, low: -3, high: 5 },
    { weight: 2, value: 10, low: 8, high: 16 },
  ];
  expect(mover(terms)).toEqual({ below: 5, above: 13 });
  const turned = [{ ...terms[0]!, weight: -1 }, terms[1]!];
  expect(mover(turned)).toEqual({ below: Math.hypot(5, 4), above: Math.hypot(3, 12) });
  expect(mover([])).toEqual({ below: 0, above: 0 });
});

// Table II of Newcombe 1998, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [10, 10, 0, 20, 0.6791, 1],
])('%d of %d less %d of %d', (a, m, b, n, low, high) => {
  const { below, above } = mover([
    { weight: 1, value: a / m, ...wilson(a, m) },
    { weight: -1, value: b / n, ...wilson(b, n) },
  ]);
  expect(Math.abs(a / m - b / n - below - low)).toBeLessThanOrEqual(0.5000001e-4);
  expect(Math.abs(a / m - b / n + above - high)).toBeLessThanOrEqual(0.5000001e-4);
});

test('all weights the other way round turn the reaches round', () => {
  const real = fc.double({ min: 0, max: 10, noNaN: true });
  const term = fc
    .tuple(fc.double({ min: -5, max: 5, noNaN: true }), real, real, real)
    .map(([weight, value, down, up]) => ({ weight, value, low: value - down, high: value + up }));
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
      const { below, above } = mover(terms);
      const turned = mover(terms.map((one) => ({ ...one, weight: -one.weight })));
      near(turned.below, above, 1e-12);
      near(turned.above, below, 1e-12);
    }),
  );
});
