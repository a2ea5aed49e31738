import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemar } from '../../src/stats/mcnemar.ts';
import { near } from './near.ts';

// R 4.2: n <- b + c; k <- min(b, c)
// c(pbinom(b - 1, n, .5, lower.tail = FALSE), min(1, 2 * pbinom(k, n, .5)), 2 * pbinom(k, n, .5) - dbinom(k, n, .5))
test.each([
  [0, 0, 1, 1, 1],
  [1, 0, 0.5, 1, 0.5],
  [0, 1, 1, 1, 0.5],
  [5, 5, 0.62304687499999989, 1, 1],
  [2, 6, 0.96484375, 0.2890625, 0.1796875],
  [0, 4, 1, 0.125, 0.0625],
  [4, 12, 0.9893646240234375, 0.076812744140625042, 0.049041748046875007],
  [0, 7, 1, 0.015625, 0.0078125],
  [5, 12, 0.9754791259765625, 0.14346313476562506, 0.096252441406250125],
  [10, 24, 0.99547940725460649, 0.02430651010945447, 0.016673847800120808],
  [12, 10, 0.41590595245361345, 0.8318119049072269, 0.67763948440551791],
  [100, 140, 0.99600050498023007, 0.011664092317677675, 0.0098315411786087242],
  [40, 0, 9.0949470177292945e-13, 1.8189894035458589e-12, 9.0949470177293066e-13],
  [0, 40, 1, 1.8189894035458589e-12, 9.0949470177293066e-13],
  [500_500, 499_500, 0.15889734568165287, 0.31779469136330574, 0.31731074983361057],
  [0, 1000, 1, 1.8665272370065119e-301, 9.3326361850322924e-302],
  [1, 999_999, 1, 0, 0],
])('%d lost, %d gained', (losses, gains, worse, different, midP) => {
  const p = mcnemar(losses, gains);
  near(p.worse, worse, 1e-9);
  near(p.different, different, 1e-9);
  near(p.midP, midP, 1e-9);
});

// The printed table of what 50 to 800 cases can say (two-sided, to the digits that it prints); 10 lost and 18 gained
// are left out, as its .19 is .1849.
test.each([
  ['88 -> 92, no losses', 0, [2, 4, 8], ['.50', '.13', '.008']],
  ['88 -> 92, 2% lost', 2, [6], ['.29']],
  ['88 -> 92, 2% lost of 200', 4, [12], ['.077']],
  ['88 -> 92, 2% lost of 400', 8, [24], ['.007']],
  ['88 -> 92, 5% lost', 5, [9], ['.42']],
  ['88 -> 92, 5% lost of 400', 20, [36], ['.044']],
  ['88 -> 92, 5% lost of 800', 40, [72], ['.003']],
  ['84 -> 91, no losses', 0, [4, 7], ['.13', '.016']],
  ['84 -> 91, 5% lost', 5, [12], ['.14']],
  ['84 -> 91, 5% lost of 200', 10, [24], ['.024']],
])('%s', (_, losses, gains, printed) => {
  for (const [index, text] of printed.entries()) {
    const { different } = mcnemar(losses, gains[index]!);
    expect(Math.abs(different - Number(text))).toBeLessThanOrEqual(0.5000001 * 10 ** (1 - text.length));
  }
});

test.each([
  [-1, 0],
  [0, -1],
  [1.5, 0],
  [0, Number.NaN],
  [Number.POSITIVE_INFINITY, 0],
])('it refuses %d and %d', (losses, gains) => expect(() => mcnemar(losses, gains)).toThrow(RangeError));

test('all are shares, mid-p is the bolder, and swapping the arms changes only who is worse', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (losses, gains) => {
      const p = mcnemar(losses, gains);
      const swapped = mcnemar(gains, losses);
      for (const value of Object.values(p)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(p.midP).toBeLessThanOrEqual(p.different + 1e-12);
      expect([p.different, p.midP]).toEqual([swapped.different, swapped.midP]);
      expect(p.worse + swapped.worse).toBeGreaterThanOrEqual(1 - 1e-12);
    }),
  );
});

test('a loss that becomes a tie makes nobody look worse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.nat(800), (losses, gains) => {
      expect(mcnemar(losses - 1, gains).worse).toBeGreaterThanOrEqual(mcnemar(losses, gains).worse - 1e-13);
    }),
  );
});
