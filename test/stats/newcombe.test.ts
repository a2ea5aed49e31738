import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombe } from '../../src/stats/newcombe.ts';
import { near } from './near.ts';

/**
 * R 4.2; the first eight are printed, to four digits, in table II of Newcombe 1998:
 *
 * nc <- function(a, b, c, d, conf = .95) { w <- function(k, n) prop.test(k, n, conf.level = conf, correct = FALSE)$conf.int
 *   x <- w(a, b); y <- w(c, d); p <- a / b; q <- c / d
 *   c(p - q - sqrt((p - x[1])^2 + (y[2] - q)^2), p - q + sqrt((x[2] - p)^2 + (q - y[1])^2)) }
 */
test.each([
  [56, 70, 48, 80, 0.95, 0.052431472402364926, 0.33387265403690586],
  [9, 10, 3, 10, 0.95, 0.17052272393450307, 0.80901797353548799],
  [6, 7, 2, 7, 0.95, 0.058227927482312314, 0.80624963752422774],
  [5, 56, 0, 29, 0.95, -0.038137147903536853, 0.19256001385511157],
  [0, 10, 0, 20, 0.95, -0.1611251580528193, 0.27753279986288915],
  [0, 10, 0, 10, 0.95, -0.27753279986288915, 0.27753279986288915],
  [10, 10, 0, 20, 0.95, 0.67908603714191484, 1],
  [10, 10, 0, 10, 0.95, 0.60750935043052434, 1],
  [1, 1, 1, 1, 0.95, -0.79345068562276255, 0.79345068562276255],
  [0, 1, 1, 1, 0.95, -1, 0.12210872068194178],
  [88, 100, 92, 100, 0.95, -0.12727318307790703, 0.046011305870914385],
  [500_000, 1_000_000, 499_000, 1_000_000, 0.95, -0.00038590249282572341, 0.002385897060208763],
  [1_000_000, 1_000_000, 1_000_000, 1_000_000, 0.95, -3.8414440638456782e-6, 3.8414440638456782e-6],
  [56, 70, 48, 80, 0.9, 0.076564191544072138, 0.31364458358294378],
])('%d of %d less %d of %d at %d', (a, b, c, d, confidence, low, high) => {
  const interval = newcombe({ passed: a, of: b }, { passed: c, of: d }, confidence);
  near(interval.low, low, 1e-9);
  near(interval.high, high, 1e-9);
});

test.each([
  [{ passed: 0, of: 0 }, 0.95],
  [{ passed: -1, of: 5 }, 0.95],
  [{ passed: 6, of: 5 }, 0.95],
  [{ passed: Number.NaN, of: 5 }, 0.95],
  [{ passed: 1, of: 5 }, 1],
  [{ passed: 1, of: 5 }, Number.NaN],
])('it refuses %j at %d', (share, confidence) => {
  expect(() => newcombe(share, { passed: 1, of: 2 }, confidence)).toThrow(RangeError);
  expect(() => newcombe({ passed: 1, of: 2 }, share, confidence)).toThrow(RangeError);
});

const share = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((passed) => ({ passed, of })));
test('it holds the difference, has a width, stays in range, and mirrors when the arms are swapped', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const { low, high } = newcombe(one, other);
      const swapped = newcombe(other, one);
      const difference = one.passed / one.of - other.passed / other.of;
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
      expect(high - low).toBeGreaterThan(0);
      expect(swapped.low).toBeCloseTo(-high, 12);
      expect(swapped.high).toBeCloseTo(-low, 12);
    }),
  );
});
