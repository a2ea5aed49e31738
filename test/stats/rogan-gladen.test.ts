import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roganGladen } from '../../src/stats/rogan-gladen.ts';
import { near } from './near.ts';

/**
 * R 4.2, as the authors' program has it (z² and two cases added):
 *
 * rg <- function(k, n, tp, mp, tf, mf, conf = .95) {
 *   z <- qnorm((1 + conf) / 2); q <- (k + z^2 / 2) / (n + z^2); a <- (tp + 1) / (tp + mp + 2); b <- (tf + 1) / (tf + mf + 2)
 *   p <- (q + b - 1) / (a + b - 1); va <- a * (1 - a) / (tp + mp + 2); vb <- b * (1 - b) / (tf + mf + 2)
 *   s <- sqrt(q * (1 - q) / (n + z^2) + va * p^2 + vb * (1 - p)^2) / (a + b - 1)
 *   d <- 2 * z^2 * (p * va - (1 - p) * vb)
 *   rate <- (k / n + tf / (tf + mf) - 1) / (tp / (tp + mp) + tf / (tf + mf) - 1)
 *   pmin(1, pmax(0, c(rate, p + d - z * s, p + d + z * s)))
 * }
 */
test.each([
  [160, 200, [45, 5, 40, 10], 0.95, 0.857142857142857, 0.735055273089887, 1],
  [160, 200, [45, 5, 40, 10], 0.9, 0.857142857142857, 0.757142360995674, 0.99340669503682],
  [3, 263, [88, 1, 132, 2], 0.95, 0, 0, 0.0259199195714797],
  [3, 263, [90, 1, 414, 4], 0.95, 0.00187603436014791, 0, 0.0263726289301678],
  [27, 650, [50, 50, 199, 1], 0.95, 0.073815073815074, 0.0274600105668923, 0.11458302572983],
  [2, 78, [50, 50, 199, 1], 0.95, 0.0416990416990417, 0, 0.177704273632175],
  [95, 100, [28, 2, 20, 10], 0.95, 1, 0.865081601741929, 1],
  [480, 500, [190, 10, 45, 5], 0.95, 1, 0.971543718314851, 1],
  [5, 20, [10, 5, 12, 3], 0.95, 0.107142857142857, 0, 0.69431232604785],
  [100, 100, [47, 3, 45, 5], 0.95, 1, 0.983011734493231, 1],
  [10, 200, [80, 20, 90, 10], 0.95, 0, 0, 0.024826468104725],
] as const)('%d of %d, labelled %j at %d', (passed, total, counts, confidence, rate, low, high) => {
  const [truePass, missedPass, trueFail, missedFail] = counts;
  const found = roganGladen({ passed, total }, { truePass, missedPass, trueFail, missedFail }, confidence);
  near(found.rate as number, rate, 1e-11);
  near(found.low, low, 1e-11);
  near(found.high, high, 1e-11);
});

// R gives a high limit of 0.262372467398053 for the first, and a low one of 0.851545069803884 for the second.
test.each([
  [44, 139, [99, 2, 1, 0], 0.322941646682654, 0, 0.322941646682654],
  [98, 118, [1, 0, 56, 3], 0.821428571428572, 0.821428571428572, 1],
] as const)(
  'limits that leave the rate out are widened to it: %d of %d',
  (passed, total, counts, rate, low, high) => {
    const [truePass, missedPass, trueFail, missedFail] = counts;
    const found = roganGladen({ passed, total }, { truePass, missedPass, trueFail, missedFail });
    near(found.rate as number, rate, 1e-12);
    near(found.low, low, 1e-11);
    near(found.high, high, 1e-11);
  },
);

// R gives -1.86 to -0.69 for the last but one, before the limits are held to 0..1.
test.each([
  ['there are no cases', { passed: 0, total: 0 }, [9, 1, 9, 1]],
  ['the person passes none', { passed: 50, total: 100 }, [0, 0, 9, 1]],
  ['the person fails none', { passed: 50, total: 100 }, [9, 1, 0, 0]],
  ['the judge tosses a coin', { passed: 50, total: 100 }, [5, 5, 5, 5]],
  ['the judge is wrong more often than right', { passed: 50, total: 100 }, [3, 7, 3, 7]],
  ['two cases more make it a coin', { passed: 75, total: 100 }, [1, 0, 2, 5]],
  ['two cases more make it worse than a coin', { passed: 75, total: 100 }, [1, 0, 200, 800]],
  ['without two cases more it is a coin', { passed: 25, total: 100 }, [0, 1, 90, 10]],
  ['no rate is low enough', { passed: 0, total: 100 }, [90, 10, 50, 50]],
  ['no rate is high enough', { passed: 100, total: 100 }, [50, 50, 90, 10]],
] as const)('nothing can be told where %s', (_, cases, [truePass, missedPass, trueFail, missedFail]) =>
  expect(roganGladen(cases, { truePass, missedPass, trueFail, missedFail })).toEqual({
    rate: null,
    low: 0,
    high: 1,
  }),
);

test('what is refused', () => {
  const labelled = { truePass: 9, missedPass: 1, trueFail: 9, missedFail: 1 };
  for (const wrong of [
    { passed: 11, total: 10 },
    { passed: -1, total: 10 },
    { passed: 4.5, total: 10 },
    { passed: 5, total: 10.5 },
    { passed: 5, total: Number.NaN },
  ])
    expect(() => roganGladen(wrong, labelled), JSON.stringify(wrong)).toThrow(RangeError);
  const cases = { passed: 5, total: 10 };
  expect(() => roganGladen(cases, { ...labelled, trueFail: -1 })).toThrow(RangeError);
  for (const confidence of [0, 1, Number.NaN])
    expect(() => roganGladen(cases, labelled, confidence)).toThrow(RangeError);
});

const labels = fc.record({
  truePass: fc.nat(100),
  missedPass: fc.nat(40),
  trueFail: fc.nat(100),
  missedFail: fc.nat(40),
});
const suites = fc
  .nat(500)
  .chain((total) => fc.record({ passed: fc.nat(total), total: fc.constant(total), labelled: labels }));

test('the limits hold the rate, have a width, stay in range, and mirror when passes and fails change places', () => {
  fc.assert(
    fc.property(suites, ({ passed, total, labelled }) => {
      const { rate, low, high } = roganGladen({ passed, total }, labelled);
      expect(high - low).toBeGreaterThan(0);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      const mirrored = roganGladen(
        { passed: total - passed, total },
        {
          truePass: labelled.trueFail,
          missedPass: labelled.missedFail,
          trueFail: labelled.truePass,
          missedFail: labelled.missedPass,
        },
      );
      if (rate === null) {
        expect(mirrored.rate).toBeNull();
        return;
      }
      expect(low).toBeLessThanOrEqual(rate);
      expect(high).toBeGreaterThanOrEqual(rate);
      expect(mirrored.rate).toBeCloseTo(1 - rate, 10);
      expect(mirrored.low).toBeCloseTo(1 - high, 10);
      expect(mirrored.high).toBeCloseTo(1 - low, 10);
    }),
  );
});
