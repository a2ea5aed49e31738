import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredRate } from '../../src/stats/clustered-rate.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { toClusters } from './cr2.ts';
import { near } from './near.ts';

// R 4.2: v <- cr2(x, g, w); rate(v[1], v[2], v[3], length(x), kish) of cr2.ts
test.each([
  {
    x: [1, 0, 1, 1, 0, 1, 1, 0],
    g: [1, 1, 2, 2, 2, 3, 4, 4],
    w: undefined,
    r: [2.544669088878531, 0.16687542008328, 0.932741637581042],
  },
  {
    x: [1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1],
    g: [1, 1, 1, 1, 1, 1, 2, 3, 3, 4, 4, 5],
    w: undefined,
    r: [3.24094231210263, 0.217513790453755, 0.935021216216731],
  },
  {
    x: [1, 0, 1, 1, 0],
    g: [1, 2, 3, 4, 5],
    w: [3, 1, 1, 2, 5],
    r: [0.7908794523382783, 0.0446787049724153, 0.9553212950275847],
  },
  // kish = 8^2 / (2^2 + 3^2 + 1 + 2^2)
  {
    x: [1, 1, 1, 1, 1, 1, 1, 1],
    g: [1, 1, 2, 2, 2, 3, 4, 4],
    w: undefined,
    r: [1.130964039501569, 0.227447276971343, 1],
  },
])('agrees with R: $x in $g', ({ x, g, w, r }) => {
  const { n, low, high } = clusteredRate(toClusters(x, g, w), x.length);
  for (const [index, value] of [n, low, high].entries()) near(value, r[index] as number, 1e-9);
});

test('one cluster says nothing, and says so', () => {
  expect(clusteredRate([{ size: 9, total: 9 }], 9)).toEqual({ rate: 1, low: 0, high: 1, n: 1, df: null });
});

const passes = fc.array(fc.boolean(), { minLength: 2, maxLength: 300 });
const lone = (list: boolean[]) => list.map((passed) => ({ size: 1, total: passed ? 1 : 0 }));

test('every case twice in a cluster of two says no more than every case once', () => {
  fc.assert(
    fc.property(passes, (list) => {
      const once = clusteredRate(lone(list), list.length);
      const twice = clusteredRate(
        list.map((passed) => ({ size: 2, total: passed ? 2 : 0 })),
        list.length * 2,
      );
      expect(twice.low).toBeCloseTo(once.low, 10);
      expect(twice.high).toBeCloseTo(once.high, 10);
    }),
  );
});

test('it holds the rate, has a width, and is no narrower than Wilson on as many independent rows', () => {
  fc.assert(
    fc.property(passes, (list) => {
      const { rate, low, high } = clusteredRate(lone(list), list.length);
      const k = list.filter(Boolean).length;
      const plain = wilson(k, list.length);
      expect(low).toBeLessThanOrEqual(rate);
      expect(high).toBeGreaterThanOrEqual(rate);
      expect(high - low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-12);
    }),
  );
});
