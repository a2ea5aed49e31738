import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialTail } from '../../src/stats/binomial-tail.ts';
import { near } from './near.ts';

// R 4.2: pbinom(k - 1, n, p, lower.tail = FALSE)
test.each([
  [1, 1, 0.5, 0.5],
  [50, 50, 0.5, 8.8817841970012484e-16],
  [60, 100, 0.5, 0.028443966820490434],
  [3, 10, 0.01, 0.00011384911790577972],
  [501, 1000, 0.5, 0.48738749091081957],
  [500_500, 1_000_000, 0.5, 0.15889734568165287],
  [120, 1_000_000, 0.0001, 0.028224054430942142],
  [200, 1_000_000, 0.0001, 9.2965624183598232e-19],
  [999_990, 1_000_000, 0.99999, 0.58303975019972176],
  [30, 40, 0.9, 0.99853027750277579],
  [12, 200, 0.005, 6.2635917488941106e-10],
  [1, 1_000_000, 1e-12, 9.9999950000066709e-7],
])('P(X >= %d) of %d at %d', (k, n, p, value) => near(binomialTail(k, n, p), value, 1e-10));

test('the ends', () => {
  expect(binomialTail(0, 5, 0.3)).toBe(1);
  expect(binomialTail(-3, 5, 0.3)).toBe(1);
  expect(binomialTail(6, 5, 1)).toBe(0);
  expect(binomialTail(1, 5, 0)).toBe(0);
  expect(binomialTail(5, 5, 1)).toBe(1);
  expect(binomialTail(0, 0, 0.5)).toBe(1);
  expect(binomialTail(1, 0, 0.5)).toBe(0);
  expect(binomialTail(2.5, 9, 0.4)).toBe(binomialTail(3, 9, 0.4));
});

test.each([
  [1, -1, 0.5],
  [1, 2.5, 0.5],
  [1, 2, 1.1],
  [1, 2, -0.1],
  [1, 2, Number.NaN],
  [Number.NaN, 2, 0.5],
])('it refuses %d of %d at %d', (k, n, p) => expect(() => binomialTail(k, n, p)).toThrow(RangeError));

test('it falls with k and mirrors', () => {
  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), rate, (k, n, p) => {
      const tail = binomialTail(k, n, p);
      expect(tail).toBeGreaterThanOrEqual(binomialTail(k + 1, n, p));
      expect(tail + binomialTail(n - k + 1, n, 1 - p)).toBeCloseTo(1, 11);
    }),
  );
});
