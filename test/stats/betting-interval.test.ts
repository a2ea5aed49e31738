import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/flow/seeded.ts';
import { bettingInterval } from '../../src/stats/betting-interval.ts';

const times = (count: number, list: number[]) => Array.from({ length: count }, () => list).flat();

/**
 * R 4.2:
 * bi <- function(d, a = .05) { x <- (d + 1) / 2; n <- length(x); t <- 1:n
 *   mu <- (.5 + cumsum(x)) / (t + 1); s2 <- (.25 + cumsum((x - mu)^2)) / (t + 1)
 *   l <- sqrt(2 * log(2 / a) / (c(.25, s2[-n]) * t * log(t + 1)))
 *   up <- function(m) sum(log1p(pmin(l, .5 / m) * (x - m))) - log(2 / a)
 *   down <- function(m) sum(log1p(-pmin(l, .5 / (1 - m)) * (x - m))) - log(2 / a)
 *   low <- if (up(0) < 0) 0 else uniroot(up, c(0, 1), tol = 1e-15)$root
 *   high <- if (down(1) < 0) 1 else uniroot(down, c(0, 1), tol = 1e-15)$root
 *   2 * range(low, high, mean(x)) - 1 }
 */
test.each([
  { name: 'one tie', d: [0], low: -1, high: 1 },
  { name: 'one loss', d: [-1], low: -1, high: 1 },
  { name: '50 ties', d: times(50, [0]), low: -0.132798605505, high: 0.132798605505 },
  { name: '1,000 ties', d: times(1000, [0]), low: -0.00733715178529, high: 0.00733715178529 },
  { name: '30 gains', d: times(30, [1]), low: 0.585182521664, high: 1 },
  { name: '26 losses', d: times(26, [-1]), low: -1, high: -0.532711927046 },
  { name: '26 losses', d: times(26, [-1]), confidence: 0.99, low: -1, high: -0.377353250191 },
  {
    name: 'flips both ways',
    d: times(10, [0, 0, 1, -1, 0, 1, 0, 0, 0, -1]),
    low: -0.182990620341,
    high: 0.194773798541,
  },
  {
    name: 'scores',
    d: times(30, [0.25, -0.5, 0.1, -0.75, 1]),
    confidence: 0.9,
    low: -0.115808138956,
    high: 0.157161447414,
  },
  {
    name: 'a fifth lost',
    d: times(40, [0, 0, 0, 0, -1]),
    confidence: 0.99,
    low: -0.310023843423,
    high: -0.101450115654,
  },
  {
    name: 'an order that knows the values',
    d: [...times(200, [1]), ...times(200, [-1])],
    low: 0,
    high: 0.88029078607,
  },
])('agrees with R: $name at $confidence', ({ d, confidence, low, high }) => {
  const interval = bettingInterval(d, confidence);
  expect(interval.low).toBeCloseTo(low, 8);
  expect(interval.high).toBeCloseTo(high, 8);
});

const runs = fc
  .array(
    fc.record({ count: fc.integer({ min: 1, max: 300 }), d: fc.double({ min: -1, max: 1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => list.flatMap(({ count, d }) => times(count, [d])));

test('it has a width, holds the mean, stays within -1..1, and mirrors when the arms are swapped', () => {
  fc.assert(
    fc.property(runs, (list) => {
      const { low, high } = bettingInterval(list);
      const mean = list.reduce((sum, d) => sum + d, 0) / list.length;
      expect(high - low).toBeGreaterThan(0);
      expect(low).toBeLessThanOrEqual(mean + 1e-12);
      expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      const turned = bettingInterval(list.map((d) => -d));
      expect(turned.low).toBeCloseTo(-high, 9);
      expect(turned.high).toBeCloseTo(-low, 9);
    }),
  );
});

test.each([
  ['few flips', 0.02, 0.06],
  ['many flips', 0.3, 0.2],
  ['only losses', 0.1, 0],
])(
  'looked at after every tenth of 150 cases, it misses the mean at most one time in 20: %s',
  (_, loss, gain) => {
    const random = seeded(20_261_121);
    const draw = () => {
      const x = random();
      return x < loss ? -1 : x < loss + gain ? 1 : 0;
    };
    let missed = 0;
    for (let run = 0; run < 150; run++) {
      const list = Array.from({ length: 150 }, draw);
      const looks = Array.from({ length: 15 }, (_, look) => bettingInterval(list.slice(0, 10 * (look + 1))));
      if (looks.some(({ low, high }) => gain - loss < low || gain - loss > high)) missed++;
    }
    expect(missed).toBeLessThanOrEqual(7);
  },
);

test('a wrong mean does not stay in it for long', () => {
  const random = seeded(5);
  const list = Array.from({ length: 400 }, () => (random() < 0.2 ? -1 : 0));
  expect(bettingInterval(list).high).toBeLessThan(-0.1);
  expect(bettingInterval(list).low).toBeGreaterThan(-0.3);
});

test.each([[[]], [[0, Number.NaN]], [[1.5]]])('%j is refused', (differences) => {
  expect(() => bettingInterval(differences)).toThrow(RangeError);
});

test.each([0, 1, Number.NaN])('a confidence of %d is refused', (confidence) => {
  expect(() => bettingInterval([0, 1], confidence)).toThrow(RangeError);
});
