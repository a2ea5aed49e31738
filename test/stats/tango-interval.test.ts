import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tangoInterval } from '../../src/stats/tango-interval.ts';
import { near } from './near.ts';

/**
 * R 4.2, with `score` of tango-score.test.ts:
 *
 * tango <- function(b, c, n, conf = .95) {
 *   z <- qnorm(1 - (1 - conf) / 2); d <- (c - b) / n; f <- function(t, s) score(b, c, n, t) - s
 *   c(if (d <= -1) -1 else uniroot(f, c(-1 + 1e-12, d), s = z, tol = 1e-15)$root,
 *     if (d >= 1) 1 else uniroot(f, c(d, 1 - 1e-12), s = -z, tol = 1e-15)$root)
 * }
 *
 * All but the last two also agree, to the seven digits that it printed, with the real roots of the quartic of Yang, Sun
 * & Hardin 2013. 7 lost and 1 gained of 21 are printed as -0.517 to -0.026 in Fagerland, Lydersen & Laake 2014.
 */
test.each([
  [5, 9, 100, 0.95, -0.0369678250345737, 0.121266278132488],
  [7, 1, 21, 0.95, -0.517232276421377, -0.0260030324808686],
  [16, 6, 161, 0.95, -0.124023432464068, -0.0054333957316771],
  [20, 40, 160, 0.95, 0.0308645331330868, 0.218064244166825],
  [0, 0, 1, 0.95, -0.793450685622762, 0.793450685622763],
  [1, 0, 1, 0.95, -1, 0.586901371245525],
  [0, 0, 50, 0.95, -0.0713475991333587, 0.0713475991333587],
  [0, 2, 50, 0.95, -0.034201503098693, 0.13460090687507],
  [0, 4, 100, 0.95, 0.0015267618647349, 0.0983707143588792],
  [4, 12, 200, 0.95, 0.000900835954113027, 0.0849141825045876],
  [10, 18, 200, 0.95, -0.0125491912075909, 0.0951791277573085],
  [5, 12, 100, 0.95, -0.0118632101163062, 0.157415606071895],
  [10, 24, 200, 0.95, 0.0135379662841547, 0.129827899414437],
  [20, 0, 20, 0.95, -1, -0.677749683894361],
  [10, 10, 20, 0.95, -0.401403983603575, 0.401403983603575],
  [2.5, 6.25, 50.5, 0.95, -0.0474831677142736, 0.203673170189994],
  [0, 0, 1_000_000, 0.95, -3.84144406400581e-6, 3.84144406400581e-6],
  [500_000, 500_000, 1_000_000, 0.95, -0.00195996021999043, 0.00195996021999043],
  [20_000, 21_000, 1_000_000, 0.95, 0.000603166402633258, 0.00139691576057013],
  [1, 0, 1_000_000, 0.95, -5.66491180430214e-6, 2.841447905389e-6],
  [5, 9, 100, 0.9, -0.023263963184156, 0.106673044955789],
  [5, 9, 100, 0.99, -0.0661322228307501, 0.151706650056075],
])('%d lost, %d gained of %d at %d', (losses, gains, pairs, confidence, low, high) => {
  const interval = tangoInterval({ losses, gains, pairs }, confidence);
  near(interval.low, low, 1e-9);
  near(interval.high, high, 1e-9);
});

test('without pairs everything fits', () => {
  expect(tangoInterval({ losses: 0, gains: 0, pairs: 0 })).toEqual({ low: -1, high: 1 });
});

test('a rounding error of effective counts is let through', () => {
  const { low, high } = tangoInterval({ losses: 3 * 0.1, gains: 0, pairs: 0.3 });
  expect(low).toBe(-1);
  expect(high).toBeLessThan(1);
});

test('what is refused', () => {
  expect(() => tangoInterval({ losses: 3, gains: 3, pairs: 5 })).toThrow(RangeError);
  for (const confidence of [0, 1, -1, Number.NaN])
    expect(() => tangoInterval({ losses: 0, gains: 0, pairs: 5 }, confidence)).toThrow(RangeError);
});

const real = fc.double({ min: 0, max: 2000, noNaN: true });
const whole = fc.nat(2000);
const counts = fc
  .oneof(fc.tuple(real, real, real), fc.tuple(whole, whole, whole))
  .map(([losses, gains, ties]) => ({
    losses,
    gains,
    pairs: Math.max(1, losses + gains + ties),
  }));

test('it holds the difference, has a width, stays in range, and mirrors when the arms are swapped', () => {
  fc.assert(
    fc.property(counts, (some) => {
      const { low, high } = tangoInterval(some);
      const swapped = tangoInterval({ ...some, losses: some.gains, gains: some.losses });
      const difference = (some.gains - some.losses) / some.pairs;
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
      expect(high - low).toBeGreaterThan(0);
      expect([swapped.low, swapped.high]).toEqual([0 - high, 0 - low]);
    }),
  );
});

test('more confidence is wider, and twice the pairs of the same kind are narrower', () => {
  fc.assert(
    fc.property(counts, ({ losses, gains, pairs }) => {
      const { low, high } = tangoInterval({ losses, gains, pairs });
      const sure = tangoInterval({ losses, gains, pairs }, 0.99);
      const twice = tangoInterval({ losses: 2 * losses, gains: 2 * gains, pairs: 2 * pairs });
      expect(sure.high - sure.low).toBeGreaterThan(high - low);
      expect(twice.high - twice.low).toBeLessThan(high - low);
    }),
  );
});
