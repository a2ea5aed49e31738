import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubleSampling } from '../../src/stats/double-sampling.ts';
import { near } from './near.ts';

/**
 * R 4.2, where `free` is the share that stands for a kind of verdict without labels; the limits are the low one with
 * 0 and the high one with 1:
 *
 * wil <- function(k, n, conf) as.numeric(prop.test(k, n, conf.level = conf, correct = FALSE)$conf.int)
 * double <- function(k, n, tp, mp, tf, mf, conf = .95, free = 0) {
 *   part <- function(k, n) if (n == 0) rep(free, 3) else c(k / n, wil(k, n, conf))
 *   q <- part(k, n); v <- part(tp, tp + mf); o <- part(mp, mp + tf); s <- v[1] - o[1]
 *   p <- q[1] * v[1] + (1 - q[1]) * o[1]; low <- if (s < 0) q[1] - q[3] else q[1] - q[2]; high <- if (s < 0) q[2] - q[1] else q[3] - q[1]
 *   c(p, max(0, p - sqrt((q[1] * (v[1] - v[2]))^2 + ((1 - q[1]) * (o[1] - o[2]))^2 + (s * low)^2)),
 *     min(1, p + sqrt((q[1] * (v[3] - v[1]))^2 + ((1 - q[1]) * (o[3] - o[1]))^2 + (s * high)^2)))
 * }
 */
test.each([
  [160, 200, [36, 3, 9, 2], 0.95, 0.807894736842105, 0.697945168246984, 0.880762446724828],
  [160, 200, [36, 3, 9, 2], 0.9, 0.807894736842105, 0.71958445143698, 0.870451375457353],
  [450, 500, [45, 1, 3, 1], 0.95, 0.905434782608696, 0.817825660437527, 0.956100261803901],
  [120, 200, [20, 6, 20, 4], 0.95, 0.592307692307692, 0.460741538155169, 0.696732955718852],
  [200, 200, [48, 0, 0, 2], 0.95, 0.96, 0.86368471338426, 0.988970924305431],
  [0, 100, [0, 3, 27, 0], 0.95, 0.1, 0.034495345654244, 0.259719511680123],
  [40, 50, [38, 2, 8, 2], 0.95, 0.8, 0.66269776567104, 0.894818200476553],
  [50, 100, [10, 9, 11, 10], 0.95, 0.475, 0.336109904207993, 0.619570292663045],
  [300, 1000, [10, 20, 15, 15], 0.95, 0.52, 0.395502803895082, 0.639161958049511],
  [190, 200, [30, 0, 0, 0], 0.95, null, 0.835128748491841, 1],
  [10, 12, [0, 1, 1, 0], 0.95, null, 0, 1],
  [150, 200, [0, 0, 0, 0], 0.95, null, 0, 1],
] as const)('%d of %d, labelled %j at %d', (passed, total, counts, confidence, rate, low, high) => {
  const [truePass, missedPass, trueFail, missedFail] = counts;
  const found = doubleSampling({ passed, total }, { truePass, missedPass, trueFail, missedFail }, confidence);
  if (rate === null) expect(found.rate).toBeNull();
  else near(found.rate as number, rate, 1e-12);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
});

test('without cases it cannot be told', () =>
  expect(
    doubleSampling({ passed: 0, total: 0 }, { truePass: 0, missedPass: 0, trueFail: 0, missedFail: 0 }),
  ).toEqual({ rate: null, low: 0, high: 1 }));

test('what is refused', () => {
  const labelled = { truePass: 3, missedPass: 1, trueFail: 3, missedFail: 1 };
  const cases = { passed: 5, total: 10 };
  expect(doubleSampling(cases, labelled).rate).toBe(0.5);
  for (const wrong of [
    { passed: 4.5, total: 10 },
    { passed: 5, total: 10.5 },
    { passed: 5, total: Number.NaN },
    { passed: 3, total: 10 },
    { passed: 7, total: 10 },
  ])
    expect(() => doubleSampling(wrong, labelled), JSON.stringify(wrong)).toThrow(RangeError);
  for (const passed of [-1, 11])
    expect(() => doubleSampling({ passed, total: 10 }, labelled)).toThrow(
      'no more cases pass than there are',
    );
  expect(() => doubleSampling(cases, { ...labelled, trueFail: -1 })).toThrow(RangeError);
  for (const confidence of [0, 1, Number.NaN])
    expect(() => doubleSampling(cases, labelled, confidence)).toThrow(RangeError);
});

const suites = fc
  .record({
    truePass: fc.nat(60),
    missedPass: fc.nat(20),
    trueFail: fc.nat(60),
    missedFail: fc.nat(20),
    passes: fc.nat(300),
    fails: fc.nat(300),
  })
  .map(({ passes, fails, ...labelled }) => {
    const passed = labelled.truePass + labelled.missedFail + passes;
    const failed = labelled.trueFail + labelled.missedPass + fails;
    return { cases: { passed, total: passed + failed }, labelled };
  });

test('the limits hold the rate, have a width, stay in range, and mirror when passes and fails change places', () => {
  fc.assert(
    fc.property(suites, ({ cases, labelled }) => {
      const { rate, low, high } = doubleSampling(cases, labelled);
      expect(high - low).toBeGreaterThan(1e-9);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (rate !== null) expect(low).toBeLessThanOrEqual(rate);
      if (rate !== null) expect(high).toBeGreaterThanOrEqual(rate);
      const mirrored = doubleSampling(
        { passed: cases.total - cases.passed, total: cases.total },
        {
          truePass: labelled.trueFail,
          missedPass: labelled.missedFail,
          trueFail: labelled.truePass,
          missedFail: labelled.missedPass,
        },
      );
      if (rate !== null) expect(mirrored.rate).toBeCloseTo(1 - rate, 12);
      expect(mirrored.low).toBeCloseTo(1 - high, 10);
      expect(mirrored.high).toBeCloseTo(1 - low, 10);
    }),
  );
});

test('with all cases labelled the rate is what the person says, whatever the judge said', () => {
  fc.assert(
    fc.property(suites, ({ labelled }) => {
      const { truePass, missedPass, trueFail, missedFail } = labelled;
      const total = truePass + missedPass + trueFail + missedFail;
      fc.pre(total > 0);
      const { rate } = doubleSampling({ passed: truePass + missedFail, total }, labelled);
      expect(rate).toBeCloseTo((truePass + missedPass) / total, 12);
    }),
  );
});

test('without labels on one kind of verdict the limits leave room for all and for none of it', () => {
  fc.assert(
    fc.property(suites, ({ cases, labelled }) => {
      fc.pre(labelled.truePass + labelled.missedFail > 0);
      const { passed, total } = cases;
      fc.pre(passed < total);
      const blind = doubleSampling(cases, { ...labelled, trueFail: 0, missedPass: 0 });
      const right = labelled.truePass / (labelled.truePass + labelled.missedFail);
      expect(blind.rate).toBeNull();
      expect(blind.low).toBeLessThanOrEqual((right * passed) / total);
      expect(blind.high).toBeGreaterThanOrEqual((right * passed + total - passed) / total - 1e-12);
    }),
  );
});
