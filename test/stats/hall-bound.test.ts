import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredMean } from '../../src/stats/clustered-mean.ts';
import { hallBound } from '../../src/stats/hall-bound.ts';
import { toClusters } from './cr2.ts';
import { near } from './near.ts';

const ones = (count: number, x: number) => [...Array.from({ length: count - 1 }, () => 0), x];
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/**
 * R 4.2, with cr2 of cr2.ts:
 *
 * hall <- function(x, g, w, confidence = .95) {
 *   v <- cr2(x, g, w); S <- tapply(w * (x - v[1]), g, sum); G <- length(S); u <- S * G / sum(w)
 *   y <- mean(u^3) / mean(u^2)^1.5; k <- qt(confidence, v[3]) / sqrt(G); e <- 1 + y * (k - y / (6 * G))
 *   W <- if (y == 0) k else 3 / y * (sign(e) * abs(e)^(1/3) - 1)
 *   v[1] - v[2] * sqrt(G) * W
 * }
 */
test.each([
  { x: [0, 0, 0, -1, 0, 1, 0, 0, 0, 0], g: upTo(10), low: -0.273264341856889 },
  { x: ones(20, -1), g: upTo(20), low: -0.359297581347973 },
  { x: ones(20, 1), g: upTo(20), low: -0.00668286566583383 },
  {
    x: [0.1, -0.2, 0.3, 0.05, -0.6, 0.2, 0.2],
    g: upTo(7),
    confidence: 0.99,
    low: -1.40542301477658,
  },
  {
    x: [0, -1, -1, 0, 0, 1, 0, 0, -1, 0, 0, 1],
    g: [1, 1, 1, 1, 1, 1, 2, 3, 3, 4, 4, 5],
    low: -0.386352552587393,
  },
  { x: [0, -0.5, 0.25, 0.75, -1], g: upTo(5), w: [3, 1, 1, 2, 5], low: -4.46689578028134 },
  {
    x: [0, -0.5, 0.25, 0.75, -1, 0, 0.5],
    g: [1, 1, 2, 2, 3, 3, 4],
    w: [3, 1, 1, 2, 5, 1, 1],
    confidence: 0.9,
    low: -1.2638850700978,
  },
  { x: [-0.3, 0.1], g: [1, 2], low: -1.36275030293501 },
])('agrees with R: $x in $g', ({ x, g, w, confidence, low }) => {
  near(hallBound(toClusters(x, g, w), confidence)?.low as number, low, 1e-9);
});

test('without skewness it is the bound of t', () => {
  const x = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3];
  // R 4.2: t.test(x, alternative = "greater")$conf.int[1]
  near(hallBound(toClusters(x, upTo(7)))?.low as number, -0.158660005516692, 1e-9);
  const nearly = [...x.slice(0, -1), 0.3 + 1e-9];
  near(hallBound(toClusters(nearly, upTo(7)))?.low as number, -0.158660005516692, 1e-7);
});

test('a rare large loss pushes the bound below that of t, a rare large gain up', () => {
  const t = (x: number[]) => clusteredMean(toClusters(x, upTo(x.length)), 0.9).low as number;
  const hall = (x: number[]) => hallBound(toClusters(x, upTo(x.length)))?.low as number;
  expect(hall(ones(100, -1))).toBeLessThan(t(ones(100, -1)));
  expect(hall(ones(100, 1))).toBeGreaterThan(t(ones(100, 1)));
});

test('fewer than two clusters tell no error', () => {
  expect(hallBound([])).toBeNull();
  expect(hallBound([{ size: 9, total: -3 }])).toBeNull();
});

test('where all clusters agree it is their mean', () => {
  expect(hallBound(toClusters([0, 0, 0], [1, 2, 3]))).toEqual({ low: 0 });
  near(hallBound(toClusters([0.1, 0.1, 0.1], [1, 2, 3]))?.low as number, 0.1, 1e-12);
});

test('a million clusters take no time', () => {
  const low = hallBound([
    { size: 1, total: 0, count: 990_000 },
    { size: 1, total: -1, count: 10_000 },
  ])?.low as number;
  // R 4.2: y <- -(1 - 2 * p) / sqrt(p * (1 - p)) with p <- .01, then W as in hall(); se <- sqrt(p * (1 - p) / (n - 1))
  near(low, -0.0101647180800775, 1e-9);
});

const rows = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });

test('the order of the clusters changes nothing, nor does everything twice in clusters of two', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const clusters = toClusters(values, upTo(values.length));
      const there = hallBound(clusters)?.low as number;
      expect(hallBound([...clusters].reverse())?.low).toBe(there);
      const twice = clusters.map(({ size, total }) => ({ size: size * 2, total: total * 2 }));
      expect(hallBound(twice)?.low).toBeCloseTo(there, 10);
    }),
  );
});

test.each([0, 1, Number.NaN])('a confidence of %d is refused', (confidence) => {
  expect(() => hallBound([{ size: 1, total: 0 }], confidence)).toThrow(RangeError);
});

test('clusters that are not sound are refused', () => {
  expect(() =>
    hallBound([
      { size: 0, total: 0 },
      { size: 1, total: 0 },
    ]),
  ).toThrow(RangeError);
  expect(() =>
    hallBound([
      { size: 1, total: Number.NaN },
      { size: 1, total: 0 },
    ]),
  ).toThrow(RangeError);
});
