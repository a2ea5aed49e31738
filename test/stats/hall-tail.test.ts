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
      const p = hallTail(clusters, low);
      fc.pre(p !== null);
      expect(p).toBeCloseTo(1 - confidence, 6);
    }),
  );
});

test('without an error there is no p', () => {
  expect(hallTail([{ size: 3, total: 1 }], -0.05)).toBeNull();
  expect(hallTail(toClusters([0, 0, 0], [1, 2, 3]), -0.05)).toBeNull();
});

test('near the fold of the cubic it says nothing', () => {
  const lost = (count: number) => [
    { size: 1, total: 0, count: 200 - count },
    { size: 1, total: -1, count },
  ];
  /**
   * R 4.2: with x <- c(rep(0, 200 - b), rep(-1, b)) and th, se, y as in `hall`, w <- (th + .05) / (se * sqrt(200));
   * 1 + y * w / 3 is -.317 at 2 losses, .511 at 4 and .676 at 5, and with k <- ((1 + y * w / 3)^3 - 1) / y + y / 1200
   * pt(k * sqrt(200), 199, lower = FALSE) is .0868, .0448 and the p below
   */
  expect(hallTail(lost(2), -0.05)).toBeNull();
  near(hallTail(lost(5), -0.05) as number, 0.0632615277803, 1e-9);
});
