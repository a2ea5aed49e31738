import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredMean } from '../../src/stats/clustered-mean.ts';
import { toClusters } from './cr2.ts';
import { near } from './near.ts';

// R 4.2: cr2(x, g, w) of cr2.ts. The second row is also t.test(x)$conf.int, since each row is its own cluster.
test.each([
  {
    x: [1, 0, 1, 1, 0, 1, 1, 0],
    g: [1, 1, 2, 2, 2, 3, 4, 4],
    w: undefined,
    r: [0.625, 0.074202104963083, 2.60330578512397, 0.36713425572401, 0.88286574427599],
  },
  {
    x: [0.2, 0.4, 0.9, 0.5, 0.7],
    g: [1, 2, 3, 4, 5],
    w: undefined,
    r: [0.54, 0.120830459735946, 4, 0.204520861507335, 0.875479138492666],
  },
  {
    x: [1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1],
    g: [1, 1, 1, 1, 1, 1, 2, 3, 3, 4, 4, 5],
    w: undefined,
    r: [0.666666666666667, 0.14213381090374, 2.46536267318663, 0.153443580667868, 1.17988975266547],
  },
  {
    x: [1, 0, 1, 1, 0],
    g: [1, 2, 3, 4, 5],
    w: [3, 1, 1, 2, 5],
    r: [0.5, 0.327657301703025, 2.73637734223562, -0.601952689395951, 1.60195268939595],
  },
  {
    x: [1, 0, 1, 1, 0, 1, 1],
    g: [1, 1, 2, 2, 3, 3, 4],
    w: [3, 1, 1, 2, 5, 1, 1],
    r: [0.571428571428571, 0.260860160632409, 2.24137931034483, -0.442728648309708, 1.58558579116685],
  },
])('agrees with the matrix form: $x in $g', ({ x, g, w, r }) => {
  const { mean, standardError, df, low, high } = clusteredMean(toClusters(x, g, w));
  for (const [index, value] of [mean, standardError, df, low, high].entries()) {
    near(value as number, r[index] as number, 1e-9);
  }
});

test('one cluster tells no error', () => {
  const alone = clusteredMean([{ size: 5, total: 3 }]);
  expect(alone).toEqual({ mean: 0.6, standardError: null, df: null, low: null, high: null, clusters: 1 });
});

test('a count stands for so many equal clusters', () => {
  const long = clusteredMean(toClusters([1, 1, 1, 0, 0], [1, 2, 3, 4, 5]));
  const short = clusteredMean([
    { size: 1, total: 1, count: 3 },
    { size: 1, total: 0, count: 2 },
  ]);
  near(short.low as number, long.low as number, 1e-12);
  near(short.df as number, long.df as number, 1e-12);
  expect(short.clusters).toBe(5);
});

const rows = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const clusters = toClusters(
        values,
        values.map((_, index) => index % 3),
      );
      const there = clusteredMean(clusters);
      const back = clusteredMean([...clusters].reverse());
      expect(back.mean).toBeCloseTo(there.mean, 12);
      expect(back.standardError as number).toBeCloseTo(there.standardError as number, 9);
      expect(back.df as number).toBeCloseTo(there.df as number, 9);
    }),
  );
});

test('a million clusters take no time and no memory', () => {
  const { low, high } = clusteredMean([
    { size: 1, total: 1, count: 500_000 },
    { size: 1, total: 0, count: 500_000 },
  ]);
  // 0.5 ± 1.96·sqrt(0.25/999,999), by hand
  near(low as number, 0.49902, 1e-6);
  near(high as number, 0.50098, 1e-6);
});
