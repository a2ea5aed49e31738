import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreStairs } from '../../src/stats/score-stairs.ts';
import { tangoScore } from '../../src/stats/tango-score.ts';

test('the stairs part all outcomes by their score, the given one included', () => {
  const outcome = fc.tuple(fc.nat(15), fc.nat(15), fc.nat(15));
  fc.assert(
    fc.property(outcome, fc.double({ min: 0.01, max: 0.9, noNaN: true }), ([b, c, ties], margin) => {
      const pairs = b + c + ties;
      const score = tangoScore({ losses: b, gains: c, pairs }, -margin);
      const stairs = scoreStairs(pairs, margin, score);
      for (let losses = 0; losses <= pairs; losses++)
        for (let gains = 0; losses + gains <= pairs; gains++) {
          const isAbove = losses < stairs.length && gains >= stairs[losses]!;
          expect(isAbove).toBe(tangoScore({ losses, gains, pairs }, -margin) >= score - 1e-9);
        }
    }),
  );
});

test('outcomes that tie on paper tie here: all on the margin itself have the score 0', () => {
  expect([...scoreStairs(100, 0.05, 0)].slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 1, 2]);
  // 100 times 0.29 is a little less than 29 here.
  expect([...scoreStairs(100, 0.29, 0)].slice(27, 32)).toEqual([0, 0, 0, 1, 2]);
});
