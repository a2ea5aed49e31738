import fc from 'fast-check';
import { expect, test } from 'vitest';
import { youdenIndex } from '../../src/stats/youden-index.ts';
import { near } from './near.ts';

/**
 * R 4.2:
 *
 * wil <- function(k, n, conf) as.numeric(prop.test(k, n, conf.level = conf, correct = FALSE)$conf.int)
 * youden <- function(tp, mp, tf, mf, conf = .95) {
 *   se <- tp / (tp + mp); sp <- tf / (tf + mf); a <- wil(tp, tp + mp, conf); b <- wil(tf, tf + mf, conf); j <- se + sp - 1
 *   c(binom.test(tp, tp + mp, conf.level = conf)$conf.int, binom.test(tf, tf + mf, conf.level = conf)$conf.int,
 *     j, j - sqrt((se - a[1])^2 + (sp - b[1])^2), j + sqrt((a[2] - se)^2 + (b[2] - sp)^2))
 * }
 */
test.each([
  [90, 5, 40, 10, 0.95, [0.881437211195114, 0.98269212415356], [0.662816891616512, 0.899697762527429]],
  [90, 5, 40, 10, 0.9, [0.892523059783621, 0.979035223013991], [0.684403938579986, 0.887278386585924]],
  [45, 5, 18, 2, 0.95, [0.781864633565798, 0.966724906410978], [0.683017285980918, 0.987651472829705]],
  [20, 0, 20, 0, 0.95, [0.831566529016915, 1], [0.831566529016915, 1]],
  [1, 0, 1, 0, 0.95, [0.025, 1], [0.025, 1]],
  [0, 7, 0, 9, 0.95, [0, 0.409616397225003], [0, 0.336267116879943]],
  [30, 20, 25, 25, 0.99, [0.409177753886526, 0.771342793862828], [0.315510421129811, 0.684489578870189]],
  [850, 50, 80, 20, 0.95, [0.927409633365857, 0.958487976415153], [0.708157310911372, 0.873344447898044]],
] as const)('limits of %d with %d missed and %d with %d missed at %d', (...row) => {
  const [truePass, missedPass, trueFail, missedFail, confidence, passes, fails] = row;
  const found = youdenIndex({ truePass, missedPass, trueFail, missedFail }, confidence);
  near(found.sensitivity.rate as number, truePass / (truePass + missedPass), 1e-15);
  near(found.specificity.rate as number, trueFail / (trueFail + missedFail), 1e-15);
  near(found.sensitivity.low, passes[0], 1e-8);
  near(found.sensitivity.high, passes[1], 1e-8);
  near(found.specificity.low, fails[0], 1e-8);
  near(found.specificity.high, fails[1], 1e-8);
});

// The last three numbers of the same rows.
test.each([
  [90, 5, 40, 10, 0.95, 0.747368421052632, 0.601817949644465, 0.839909236526777],
  [90, 5, 40, 10, 0.9, 0.747368421052632, 0.628301141210465, 0.828445505598059],
  [45, 5, 18, 2, 0.95, 0.8, 0.569088734910652, 0.891641877340649],
  [20, 0, 20, 0, 0.95, 1, 0.772134616242194, 1],
  [1, 0, 1, 0, 0.95, 1, -0.122108720681942, 1],
  [0, 7, 0, 9, 0.95, -1, -1, -0.536278297673616],
  [30, 20, 25, 25, 0.99, 0.1, -0.148228526497979, 0.331820260157886],
  [850, 50, 80, 20, 0.95, 0.744444444444444, 0.654014225877468, 0.812365261915509],
])('J of %d with %d missed and %d with %d missed at %d', (...row) => {
  const [truePass, missedPass, trueFail, missedFail, confidence, j, low, high] = row;
  const found = youdenIndex({ truePass, missedPass, trueFail, missedFail }, confidence);
  near(found.j as number, j, 1e-9);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
});

// Table II of Newcombe 1998, method 10: a/m less b/n, with b/n as the share of fails that the judge passes.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%d of %d less %d of %d, as printed', (a, m, b, n, low, high) => {
  const found = youdenIndex({ truePass: a, missedPass: m - a, trueFail: n - b, missedFail: b });
  expect(Math.abs(found.low - low)).toBeLessThanOrEqual(0.5000001e-4);
  expect(Math.abs(found.high - high)).toBeLessThanOrEqual(0.5000001e-4);
});

test('without one of the classes J cannot be told', () => {
  const none = { rate: null, low: 0, high: 1 };
  const onlyPasses = youdenIndex({ truePass: 8, missedPass: 2, trueFail: 0, missedFail: 0 });
  expect(onlyPasses).toMatchObject({ sensitivity: { rate: 0.8 }, specificity: none });
  expect(onlyPasses).toMatchObject({ j: null, low: -1, high: 1 });
  const onlyFails = youdenIndex({ truePass: 0, missedPass: 0, trueFail: 8, missedFail: 2 });
  expect(onlyFails).toMatchObject({ sensitivity: none, specificity: { rate: 0.8 } });
  expect(onlyFails).toMatchObject({ j: null, low: -1, high: 1 });
});

test.each(['truePass', 'missedPass', 'trueFail', 'missedFail'])('what %s cannot be', (name) => {
  const counts = { truePass: 3, missedPass: 1, trueFail: 3, missedFail: 1 };
  for (const count of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => youdenIndex({ ...counts, [name]: count })).toThrow(RangeError);
});

test('a confidence is between 0 and 1', () => {
  const counts = { truePass: 3, missedPass: 1, trueFail: 3, missedFail: 1 };
  for (const confidence of [0, 1, -1, Number.NaN])
    expect(() => youdenIndex(counts, confidence)).toThrow(RangeError);
});

const both = fc.record({
  truePass: fc.nat(300),
  missedPass: fc.nat(300),
  trueFail: fc.nat(300),
  missedFail: fc.nat(300),
});

test('the limits hold J, have a width and stay in range; passes and fails can change places', () => {
  fc.assert(
    fc.property(both, (counts) => {
      fc.pre(counts.truePass + counts.missedPass > 0 && counts.trueFail + counts.missedFail > 0);
      const { j, low, high, sensitivity, specificity } = youdenIndex(counts);
      expect(low).toBeLessThanOrEqual(j as number);
      expect(high).toBeGreaterThanOrEqual(j as number);
      expect(high - low).toBeGreaterThan(0);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      const { truePass, missedPass, trueFail, missedFail } = counts;
      const turned = youdenIndex({
        truePass: trueFail,
        missedPass: missedFail,
        trueFail: truePass,
        missedFail: missedPass,
      });
      expect(turned.sensitivity).toEqual(specificity);
      expect(turned.specificity).toEqual(sensitivity);
      expect(turned.low).toBeCloseTo(low, 12);
    }),
  );
});

test('a verdict that is put right makes neither J nor its limits lower', () => {
  fc.assert(
    fc.property(both, (counts) => {
      fc.pre(counts.missedPass > 0 && counts.trueFail + counts.missedFail > 0);
      const before = youdenIndex(counts);
      const after = youdenIndex({
        ...counts,
        truePass: counts.truePass + 1,
        missedPass: counts.missedPass - 1,
      });
      expect(after.j as number).toBeGreaterThan(before.j as number);
      expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-12);
      expect(after.high).toBeGreaterThanOrEqual(before.high - 1e-12);
    }),
  );
});
