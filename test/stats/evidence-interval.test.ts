import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eProcess } from '../../src/stats/e-process.ts';
import { evidenceInterval } from '../../src/stats/evidence-interval.ts';
import { near } from './near.ts';

const times = (count: number, list: number[]) => Array.from({ length: count }, () => list).flat();
const weighed = (differences: number[], weights: number[] = []) =>
  differences.map((difference, index) => ({ difference, weight: weights[index] ?? 1 }));

/**
 * R 4.2:
 * e <- function(d, w, t) { k <- (1:40)/40*.995/(1+t); log(mean(sapply(k, function(l) prod(1 + l*w*(d - t))))) }
 * low <- function(d, w, a) { if (e(d,w,-1+1e-12) < log(1/a)) return(-1)
 *   uniroot(function(t) e(d,w,t)-log(1/a), c(-1+1e-12,1-1e-12), tol=1e-14)$root }
 * ci <- function(d, w=rep(1,length(d)), conf=.95) { a <- (1-conf)/2; c(low(d,w,a), -low(-d,w,a)) }
 */
test.each([
  { d: times(125, [0]), low: -0.0415614742200399, high: 0.0415614742200399 },
  { d: times(30, [-1, 0, 0]), low: -0.499752992713768, high: -0.198300881922339 },
  {
    d: [...times(40, [0]), 1, -1, 1, 1, ...times(6, [0])],
    low: -0.105450408474515,
    high: 0.201731316949189,
  },
  {
    d: [0.25, -0.5, 0.1, -0.75, 1],
    w: [1, 0.5, 0.25, 1, 0.5],
    confidence: 0.9,
    low: -0.746898749007153,
    high: 0.737930290537527,
  },
  { d: times(50, [1]), low: 0.799453679260182, high: 1 },
  { d: times(26, [-1]), confidence: 0.99, low: -1, high: -0.521309942108055 },
])('agrees with R: $low to $high', ({ d, w, confidence, low, high }) => {
  const seen = evidenceInterval(weighed(d, w), confidence);
  near(seen.low, low, 1e-9);
  near(seen.high, high, 1e-9);
});

test('without differences all is possible', () => {
  const { low, high } = evidenceInterval([]);
  near(low, -1, 1e-9);
  near(high, 1, 1e-9);
});

const values = fc.array(
  fc.record({ difference: fc.constantFrom(-1, 0, 0, 0, 1), weight: fc.constantFrom(0.25, 0.5, 1) }),
  { minLength: 1, maxLength: 150 },
);

test('it leaves out what the evidence has rejected, and nothing else', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(0.02, 0.05, 0.3), (list, margin) => {
      const evidence = eProcess(margin);
      for (const { difference, weight } of list) evidence.add(difference, weight);
      const { low, high } = evidenceInterval(list, 0.9);
      const enough = Math.log(1 / 0.05);
      if (Math.abs(evidence.pass() - enough) > 1e-6) expect(low > -margin).toBe(evidence.pass() > enough);
      if (Math.abs(evidence.fail() - enough) > 1e-6) expect(high < 0).toBe(evidence.fail() > enough);
      expect(high - low).toBeGreaterThan(0);
    }),
  );
});

test('swapping the arms mirrors it, and the order changes nothing', () => {
  fc.assert(
    fc.property(values, (list) => {
      const { low, high } = evidenceInterval(list);
      const turned = evidenceInterval(
        list.map(({ difference, weight }) => ({ difference: -difference, weight })).reverse(),
      );
      near(turned.low, -high, 1e-9);
      near(turned.high, -low, 1e-9);
    }),
  );
});

test.each([
  [[{ difference: 1.5, weight: 1 }], 0.95],
  [[{ difference: 0, weight: 0 }], 0.95],
  [[{ difference: 0, weight: 1.5 }], 0.95],
  [[{ difference: 0, weight: 1 }], 1],
] as const)('%j at %d is refused', (list, confidence) => {
  expect(() => evidenceInterval(list, confidence)).toThrow(RangeError);
});
