import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hallBound } from '../../src/stats/hall-bound.ts';
import { hallTail } from '../../src/stats/hall-tail.ts';
import { toClusters } from './cr2.ts';
import { near } from './near.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test.each([
  // R 4.2, the bounds of `hall` in hall-bound.test.ts: at them p is 1 less the confidence.
  { x: [0, 0, 0, -1, 0, 1, 0, 0, 0, 0], low: -0.273264341856889, p: 0.05 },
  { x: [0.1, -0.2, 0.3, 0.05, -0.6, 0.2, 0.2], low: -1.40542301477658, p: 0.01 },
  { x: [-0.3, 0.1], low: -1.36275030293501, p: 0.05 },
  // R 4.2: t.test(x, mu = -.1, alternative = "greater")$p.value; without skewness it is the p of t
  { x: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3], low: -0.1, p: 0.133284851690035 },
])('agrees with R: $x at $low', ({ x, low, p }) => {
  near(hallTail(toClusters(x, upTo(x.length)), low) as number, p, 1e-9);
});

test('it is the level at which the bound is reached', () => {
  const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.51, max: 0.999, noNaN: true }), (x, confidence) => {
      fc.pre(new Set(x).size > 2);
      const clusters = toClusters(
        x.map((one) => one / 40),
        upTo(x.length),
      );
      const { low } = hallBound(clusters, confidence) as { low: number };
      expect(hallTail(clusters, low)).toBeCloseTo(1 - confidence, 6);
    }),
  );
});

test('without an error there is no p', () => {
  expect(hallTail([{ size: 3, total: 1 }], -0.05)).toBeNull();
  expect(hallTail(toClusters([0, 0, 0], [1, 2, 3]), -0.05)).toBeNull();
});
