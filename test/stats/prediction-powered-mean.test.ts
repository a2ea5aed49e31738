import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictionPoweredMean } from '../../src/stats/prediction-powered-mean.ts';
import { near } from './near.ts';

const truth = [0.9, 0.4, 0.7, 1, 0.2, 0.6, 0.8, 0.5, 0.95, 0.3];
const judged = [0.8, 0.5, 0.6, 0.9, 0.3, 0.7, 0.9, 0.4, 1, 0.2];
const others = [0.7, 0.9, 0.4, 0.6, 0.8, 0.85, 0.3, 0.5, 0.95, 0.75, 0.65, 0.2, 0.9, 0.55, 0.45];
const verdicts = [1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0];
const judgedVerdicts = [1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0];
const otherVerdicts = Array.from({ length: 40 }, (_, i) => (i < 30 ? 1 : 0));
const opposite = (scores: number[]) => scores.map((score) => 1 - score);
const faint = (scores: number[]) => scores.map((score) => score / 4);

const paired = (truths: number[], judge: number[]) =>
  truths.map((one, i) => ({ truth: one, judged: judge[i] as number }));

/**
 * R 4.2:
 *
 * ppi <- function(y, g, u, conf = .95) {
 *   n <- length(y); N <- length(u); l <- min(1, max(0, cov(y, g) / ((1 + n / N) * var(c(g, u))))); z <- qnorm(1 - (1 - conf) / 2)
 *   m <- mean(y - l * g) + l * mean(u); s <- sqrt(var(y - l * g) / n + l^2 * var(c(g, u)) / N)
 *   c(min(1, m), m - z * s, min(1, m + z * s), l)
 * }
 */
test.each([
  [
    'a judge near the truth',
    [truth, judged, others, 0.95],
    [0.63742339443123, 0.52152946637057, 0.75331732249189, 0.727018329368966],
  ],
  [
    'at 90%',
    [truth, judged, others, 0.9],
    [0.63742339443123, 0.540162144012404, 0.734684644850056, 0.727018329368966],
  ],
  [
    'a judge who is wrong is not listened to',
    [truth, opposite(judged), opposite(others), 0.95],
    [0.635, 0.460886495277809, 0.809113504722191, 0],
  ],
  [
    'a judge who barely differs is not listened to more than once',
    [truth, faint(judged), faint(others), 0.95],
    [0.635833333333333, 0.497181849858406, 0.77448481680826, 1],
  ],
  [
    'a single unlabelled case',
    [truth, judged, [0.7], 0.95],
    [0.64169982316534, 0.475305109938255, 0.808094536392425, 0.095711759504863],
  ],
  [
    'a mean above 1, held to it',
    [[1, 0.9, 0.7, 1], [0.7, 0.7, 0, 0], [0.9, 0.9, 0.7, 1, 0.8, 1, 0.8, 0.7, 0.9, 0.7, 0.9, 0.7, 0.8], 0.95],
    [1, 0.868346759177191, 1, 0.21230679498396],
  ],
  [
    'verdicts, held to 1',
    [verdicts, judgedVerdicts, otherVerdicts, 0.95],
    [0.77904989747095, 0.540384018548176, 1, 0.348598769651401],
  ],
] as const)('%s', (_, [y, g, unlabelled, confidence], [mean, low, high, lambda]) => {
  const found = predictionPoweredMean({ labelled: paired([...y], [...g]), unlabelled }, confidence);
  near(found.mean, mean, 1e-12);
  near(found.low, low, 1e-12);
  near(found.high, high, 1e-12);
  near(found.lambda, lambda, 1e-12);
});

// R 4.2: m <- mean(y); s <- sd(y) / sqrt(length(y)); c(m, m - qnorm(.975) * s, m + qnorm(.975) * s)
test('without unlabelled cases it is the mean of the labels', () => {
  const { mean, low, high, lambda } = predictionPoweredMean({
    labelled: paired(truth, judged),
    unlabelled: [],
  });
  near(mean, 0.635, 1e-12);
  near(low, 0.460886495277809, 1e-12);
  near(high, 0.809113504722191, 1e-12);
  expect(lambda).toBe(0);
});

// R 4.2: prop.test(m * n, n, correct = FALSE)$conf.int
test.each([
  ['all are right', [1, 1, 1, 1], [1, 1, 1, 1], [1, 1], 1, 0.510109163545403, 1],
  [
    'nothing scatters',
    [0.1, 0.1, 0.1],
    [0.3, 0.3, 0.3],
    [0.3, 0.3],
    0.1,
    0.00682631621261089,
    0.642371309191425,
  ],
  [
    'the shift leads out of range',
    [0.9, 1],
    [0, 0.1],
    Array(1000).fill(1),
    0.95,
    0.309381602042968,
    0.99876060271302,
  ],
])('the judge is left out where %s', (_, y, g, unlabelled, mean, low, high) => {
  const found = predictionPoweredMean({ labelled: paired(y, g), unlabelled });
  near(found.mean, mean, 1e-12);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
  expect(found.lambda).toBe(0);
});

test('scores that are next to nothing still lie within the limits', () => {
  const tiny = [0, 0, 0, 0, 1.5e-323];
  const { mean, low, high } = predictionPoweredMean({ labelled: paired(tiny, tiny), unlabelled: [] });
  expect(low).toBeLessThanOrEqual(mean);
  expect(high).toBeGreaterThan(0.4);
});

test('what is refused', () => {
  const labelled = paired(truth, judged);
  expect(() => predictionPoweredMean({ labelled: labelled.slice(0, 1), unlabelled: others })).toThrow(
    RangeError,
  );
  for (const wrong of [-0.1, 1.1, Number.NaN]) {
    expect(() => predictionPoweredMean({ labelled, unlabelled: [wrong] })).toThrow(RangeError);
    for (const one of [
      { truth: wrong, judged: 0.5 },
      { truth: 0.5, judged: wrong },
    ])
      expect(() => predictionPoweredMean({ labelled: [...labelled, one], unlabelled: others })).toThrow(
        RangeError,
      );
  }
  for (const confidence of [0, 1, Number.NaN])
    expect(() => predictionPoweredMean({ labelled, unlabelled: others }, confidence)).toThrow(RangeError);
});

const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1));
const suites = fc.record({
  labelled: fc.array(fc.record({ truth: score, judged: score }), { minLength: 2, maxLength: 30 }),
  unlabelled: fc.array(score, { maxLength: 60 }),
});

test('the limits hold the mean, have a width, stay in range, and mirror when all scores do', () => {
  fc.assert(
    fc.property(suites, ({ labelled, unlabelled }) => {
      const { mean, low, high, lambda } = predictionPoweredMean({ labelled, unlabelled });
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      expect(high - low).toBeGreaterThan(1e-12);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(lambda).toBeGreaterThanOrEqual(0);
      expect(lambda).toBeLessThanOrEqual(1);
      const mirrored = predictionPoweredMean({
        labelled: labelled.map((one) => ({ truth: 1 - one.truth, judged: 1 - one.judged })),
        unlabelled: unlabelled.map((one) => 1 - one),
      });
      expect(mirrored.mean).toBeCloseTo(1 - mean, 9);
      expect(mirrored.low).toBeCloseTo(1 - high, 9);
      expect(mirrored.high).toBeCloseTo(1 - low, 9);
    }),
  );
});

test('the order of the cases changes nothing', () => {
  fc.assert(
    fc.property(suites, ({ labelled, unlabelled }) => {
      const found = predictionPoweredMean({ labelled, unlabelled });
      const other = predictionPoweredMean({
        labelled: labelled.toReversed(),
        unlabelled: unlabelled.toReversed(),
      });
      expect(other.mean).toBeCloseTo(found.mean, 9);
      expect(other.low).toBeCloseTo(found.low, 9);
    }),
  );
});
