import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/flow/seeded.ts';
import { signFlip } from '../../src/stats/sign-flip.ts';
import { near } from './near.ts';

const never = () => {
  throw new Error('an exact test draws nothing');
};

/**
 * R 4.2:
 * flip <- function(d) {
 *   d <- d[d != 0]; s <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(d)))) %*% d; e <- 1e-12 * sum(abs(d))
 *   c(mean(abs(s) >= abs(sum(d)) - e), mean(s <= sum(d) + e))
 * }
 */
test.each([
  [[0.1, 0.2, -0.3, 0.4, 0.5], 0.3125, 0.90625],
  [[0.5, -0.1, 0.3, 0.2, 0.7, 0.4], 0.0625, 0.984375],
  [[-1, -1, -1, 1, 0, 0, 0], 0.625, 0.3125],
  [[-1, -1, -1, -1, -1], 0.0625, 0.03125],
  [[-0.31, 0.12, -0.22, -0.05, 0.4, -0.6, -0.11, -0.09, 0.02, -0.71, 0, 0], 0.18359375, 0.091796875],
  [
    [
      -3, -2.5, -1, 0.5, -0.25, 2, -4, -1.5, -0.75, -1.25, 0.1, -0.2, -0.3, 0.7, -0.9, 1.1, -1.3, -0.15, 0.05,
      -2.2,
    ],
    0.0314006805419922,
    0.0157003402709961,
  ],
  [[0.1, 0.1, 0.1, -0.3], 1, 0.5625],
])('agrees with R: %j', (differences, p, less) => {
  const flipped = signFlip(differences, { random: never });
  near(flipped.p, p, 1e-12);
  near(flipped.less, less, 1e-12);
  expect(flipped.isExact).toBe(true);
});

// Fisher 1935, The Design of Experiments, section 21 (Darwin's maize): 863 of 32,768 in each tail.
test("Darwin's maize", () => {
  const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  near(signFlip(maize, { random: never }).p, 1726 / 32_768, 1e-12);
});

test("on ranks it is Wilcoxon's signed rank test", () => {
  const ranks = [1, 2, 3, 4, 5, -6, 7, 8, 9, 10, -11, 12, -13, 14, 15];
  // R 4.2: wilcox.test(x)$p.value; wilcox.test(x, alternative = "less")$p.value
  const { p, less } = signFlip(ranks, { random: never });
  near(p, 0.0946044921875, 1e-12);
  near(less, 0.9583740234375, 1e-12);
});

test.each([[[0]], [[0, 0, 0, 0, -0]]])('nothing but zeros gives 1: %j', (zeros) => {
  expect(signFlip(zeros, { random: never })).toEqual({ p: 1, less: 1, isExact: true });
});

const many = [
  -0.31, 0.12, -0.22, -0.05, 0.4, -0.6, -0.11, -0.09, 0.02, -0.71, 0.33, -0.18, 0.27, -0.44, 0.08, -0.52,
  0.15, -0.03, 0.61, -0.29, -0.07, 0.01,
];
const coins = Array.from({ length: 30 }, (_, index) => (index < 19 ? -1 : 1));

// R 4.2: s <- 0; for (x in d) s <- c(s + x, s - x), then as in flip(); binom.test(11, 30)$p.value, pbinom(11, 30, .5)
test.each([
  ['22 sizes', many, 0.303443431854248, 0.151721715927124],
  ['30 coins', coins, 0.200488422065973, 0.100244211032987],
])('drawn signs come within four standard errors of R: %s', (_, differences, p, less) => {
  const drawn = signFlip(differences, { random: seeded(7) });
  expect(drawn.isExact).toBe(false);
  expect(Math.abs(drawn.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 99_999));
  expect(Math.abs(drawn.less - less)).toBeLessThan(4 * Math.sqrt((less * (1 - less)) / 99_999));
});

test('drawn signs never give 0, and they begin with the 21st difference that is not 0', () => {
  const losses = Array.from({ length: 100 }, () => -0.5);
  const drawn = signFlip(losses, { random: seeded(1), draws: 99 });
  expect(drawn).toEqual({ p: 0.01, less: 0.01, isExact: false });
  expect(signFlip([...losses.slice(0, 20), 0, 0], { random: never }).isExact).toBe(true);
  expect(signFlip(losses.slice(0, 21), { random: seeded(1), draws: 9 }).isExact).toBe(false);
});

const lists = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60, size: 'max' });

test('the order changes nothing, the scale changes nothing, and the other way round is as likely', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const there = signFlip(list, { random: seeded(3), draws: 200 });
      const other = (differences: number[]) => signFlip(differences, { random: seeded(3), draws: 200 });
      expect(other([...list].reverse())).toEqual(there);
      expect(other(list.map((x) => x * 0.1))).toEqual(there);
      expect(other(list.map((x) => -x)).p).toBe(there.p);
    }),
  );
});

test('both sides of an exact test together hold everything, and what was observed twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 }), (list) => {
      const down = signFlip(list, { random: never }).less;
      const up = signFlip(
        list.map((x) => -x),
        { random: never },
      );
      expect(down + up.less).toBeGreaterThan(1);
      expect(up.p).toBe(Math.min(1, 2 * Math.min(down, up.less)));
    }),
  );
});

test('a thousand differences are drawn, not counted', () => {
  const list = Array.from({ length: 1000 }, (_, index) => Math.sin(index));
  const { p, isExact } = signFlip(list, { random: seeded(5) });
  expect(isExact).toBe(false);
  // The sum of the sines is 0.8, its standard error under random signs 22: nothing is seen.
  expect(p).toBeGreaterThan(0.9);
});

test.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]]])('%j is refused', (differences) => {
  expect(() => signFlip(differences, { random: never })).toThrow(RangeError);
});

test.each([0, -1, 1.5, Number.NaN])('%d draws are refused', (draws) => {
  expect(() => signFlip([1], { random: never, draws })).toThrow(RangeError);
});
