import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson } from '../../src/stats/clopper-pearson.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { near } from './near.ts';

// R 4.2: prop.test(k, n, conf.level = c, correct = FALSE)$conf.int
test.each([
  [0, 1, 0.95, 0, 0.79345068562276255],
  [1, 1, 0.95, 0.2065493143772375, 1],
  [0, 20, 0.95, 0, 0.1611251580528193],
  [20, 20, 0.95, 0.83887484194718065, 1],
  [1, 20, 0.95, 0.0088814488007953798, 0.23613119344674197],
  [7, 20, 0.9, 0.20226004005676107, 0.53348731115152825],
  [45, 50, 0.99, 0.74026921040431604, 0.96600911622158159],
  [88, 100, 0.95, 0.80187900573288573, 0.93000593562980505],
  [0, 1_000_000, 0.95, 0, 3.8414440639449394e-6],
  [1_000_000, 1_000_000, 0.95, 0.99999615855593615, 1],
  [500_000, 1_000_000, 0.95, 0.49902001989000477, 0.50097998010999523],
  [999_999, 1_000_000, 0.95, 0.99999433508819568, 0.99999982347542327],
])('Wilson for %d of %d at %d', (k, n, confidence, low, high) => {
  const interval = wilson(k, n, confidence);
  near(interval.low, low, 1e-9);
  near(interval.high, high, 1e-9);
});

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));

test('it holds the share, has a width, and mirrors', () => {
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      const { low, high } = wilson(k, n);
      const mirrored = wilson(n - k, n);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(high - low).toBeGreaterThan(0);
      expect(low + mirrored.high).toBeCloseTo(1, 12);
    }),
  );
});

// Near 0 and 1 it is not: 0 of 50 gives 0.0713 where the exact bound is 0.0711.
test('between a tenth and nine tenths it lies inside Clopper and Pearson', () => {
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      fc.pre(k >= n / 10 && k <= n - n / 10 && n <= 1000);
      const [inner, outer] = [wilson(k, n), clopperPearson(k, n)];
      expect(inner.low).toBeGreaterThan(outer.low);
      expect(inner.high).toBeLessThan(outer.high);
    }),
  );
});
