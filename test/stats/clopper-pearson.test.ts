import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson } from '../../src/stats/clopper-pearson.ts';
import { near } from './near.ts';

// R 4.2: binom.test(k, n, conf.level = c)$conf.int
test.each([
  [0, 1, 0.95, 0, 0.975],
  [1, 1, 0.95, 0.025, 1],
  [0, 50, 0.95, 0, 0.071121736464197616],
  [50, 50, 0.95, 0.92887826353580238, 1],
  [1, 20, 0.95, 0.0012650894979498051, 0.24873276277202772],
  [7, 20, 0.9, 0.17731091757444906, 0.55803451131548865],
  [45, 50, 0.99, 0.74195027118359125, 0.97778218519244953],
  [88, 100, 0.95, 0.7997643163800312, 0.93643109743884068],
  [0, 1_000_000, 0.95, 0, 3.6888726502064855e-6],
  [1_000_000, 1_000_000, 0.95, 0.99999631112734977, 1],
  [500_000, 1_000_000, 0.95, 0.49901951919531184, 0.50098048080468816],
  [999_999, 1_000_000, 0.95, 0.99999442836934482, 0.99999997468219237],
])('Clopper and Pearson for %d of %d at %d', (k, n, confidence, low, high) => {
  const interval = clopperPearson(k, n, confidence);
  near(interval.low, low, 1e-8);
  near(interval.high, high, 1e-8);
});

test('it holds the share and has a width', () => {
  const counts = fc
    .integer({ min: 1, max: 2000 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      const { low, high } = clopperPearson(k, n);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(high - low).toBeGreaterThan(0);
    }),
  );
});
