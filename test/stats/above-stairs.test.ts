import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboveStairs } from '../../src/stats/above-stairs.ts';
import { binomialMass } from '../../src/stats/binomial-mass.ts';
import { near } from './near.ts';

/** The same by its definition, one outcome after the other. */
function bySum(stairs: number[], trials: number, first: number, second: number): number {
  let sum = 0;
  for (const [x, stair] of stairs.entries())
    for (let y = stair; y <= trials - x; y++)
      sum +=
        binomialMass(x, trials, first) * binomialMass(y, trials - x, first < 1 ? second / (1 - first) : 0);
  return sum;
}

const stairsOf = (trials: number, rises: number[]) => {
  const stairs: number[] = [];
  let stair = 0;
  for (let x = 0; x <= trials; x++) {
    stair += rises[x % rises.length]!;
    if (x + stair > trials) break;
    stairs.push(stair);
  }
  return stairs;
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
test('it is the sum over all outcomes on or above the stairs', () => {
  const rises = fc.array(fc.nat(2), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.nat(60), rises, share, share, (trials, some, first, part) => {
      const stairs = stairsOf(trials, some);
      const second = part * (1 - first);
      expect(aboveStairs(stairs, trials, { first, second })).toBeCloseTo(
        bySum(stairs, trials, first, second),
        11,
      );
    }),
  );
});

test('what is certain', () => {
  expect(aboveStairs([0, 0, 1], 4, { first: 0, second: 0 })).toBe(1);
  expect(aboveStairs([1, 1, 1], 4, { first: 0, second: 0 })).toBe(0);
  expect(aboveStairs([1, 1, 1], 4, { first: 0, second: 1 })).toBe(1);
  expect(aboveStairs([0, 0, 0, 0, 0], 4, { first: 1, second: 0 })).toBe(1);
  expect(aboveStairs([0, 0, 0, 0], 4, { first: 1, second: 0 })).toBe(0);
  expect(aboveStairs([], 4, { first: 0.2, second: 0.2 })).toBe(0);
});

// R 4.2: x <- 0:9999
// sum(dbinom(x, 20000, .2) * pbinom(pmax(0, x - 3950) - 1, 20000 - x, second / .8, lower.tail = FALSE))
test.each([
  [1e-300, 0.190887067411131],
  [1e-9, 0.190887164969699],
  [1e-4, 0.200790185352394],
  [0.001, 0.302240808748836],
])('tails too small for a number on the upper stairs, the second at %d', (second, sum) => {
  const stairs = Array.from({ length: 10_000 }, (_, x) => Math.max(0, x - 3950));
  near(aboveStairs(stairs, 20_000, { first: 0.2, second }), sum, 1e-9);
});
