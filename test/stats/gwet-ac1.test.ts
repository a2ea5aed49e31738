import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gwetAc1 } from '../../src/stats/gwet-ac1.ts';
import { near } from './near.ts';

/** The counts of a square table, row by row. */
function square(...counts: number[]): number[][] {
  const size = Math.sqrt(counts.length);
  return Array.from({ length: size }, (_, i) => counts.slice(i * size, (i + 1) * size));
}

/**
 * R 4.2, in the form of Gwet 2008. The errors are also those of the delta method with slopes by small steps.
 *
 * ac1 <- function(x, conf = .95) {
 *   n <- sum(x); q <- nrow(x); p <- x / n; t <- (rowSums(p) + colSums(p)) / 2
 *   a <- sum(diag(p)); e <- sum(t * (1 - t)) / (q - 1); g <- (a - e) / (1 - e)
 *   v <- a * (1 - a) - 4 * (1 - g) * (sum(diag(p) * (1 - t)) / (q - 1) - a * e) +
 *     4 * (1 - g)^2 * (sum(p * (1 - outer(t, t, "+") / 2)^2) / (q - 1)^2 - e^2)
 *   s <- sqrt(v / n) / (1 - e); k <- qt(1 - (1 - conf) / 2, n - 1); c(g, max(-1, g - k * s), min(1, g + k * s), s)
 * }
 */
test.each([
  [
    square(24, 8, 13, 8, 13, 11, 10, 9, 64),
    0.95,
    [0.472087463475331, 0.358544897323416, 0.585630029627246, 0.0574900171544192],
  ],
  [
    square(22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10),
    0.95,
    [0.526303505578117, 0.410765101781354, 0.64184190937488, 0.0583395409570912],
  ],
  [
    square(22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10),
    0.9,
    [0.526303505578117, 0.429577616693504, 0.623029394462731, 0.0583395409570912],
  ],
  [square(118, 5, 2, 0), 0.95, [0.940776337608718, 0.895323057936931, 0.986229617280504, 0.0229645512479329]],
  [square(40, 9, 6, 45), 0.95, [0.700748129675811, 0.559170671923145, 0.842325587428477, 0.0713518033597446]],
  [square(88, 4, 6, 2), 0.95, [0.885031041618763, 0.809863005051991, 0.960199078185536, 0.0378829726793102]],
  [
    square(5, 15, 20, 2),
    0.95,
    [-0.658206429780034, -0.902533643798257, -0.413879215761811, 0.120981558480007],
  ],
  [square(30, 0, 0, 2, 0, 0, 1, 0, 7), 0.95, [0.909416871107756, 0.805159154326443, 1, 0.0515440672366389]],
  [
    square(20, 5, 0, 30, 0, 0, 5, 40, 0),
    0.95,
    [-0.184088806660499, -0.310741885573405, -0.0574357277475944, 0.0638302574784696],
  ],
  [square(3, 1, 0, 2), 0.95, [0.675675675675676, -0.099924438288467, 1, 0.301721619289414]],
  [square(10, 0, 0, 0, 9, 1, 0, 0, 0), 0.95, [0.932260795935648, 0.791840619331906, 1, 0.0670896143348139]],
] as const)('AC1 of %j at %d', (table, confidence, [ac1, low, high, se]) => {
  const found = gwetAc1(table, confidence);
  near(found.ac1 as number, ac1, 1e-11);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
  near(found.se as number, se, 1e-11);
});

// As printed in the vignette of Gwet's irrCAC: `gwet.ac1.table(cont3x3abstractors)`.
test('as printed by its author', () => {
  const { ac1, se, low, high } = gwetAc1(square(13, 0, 0, 0, 20, 7, 0, 4, 56));
  expect(Math.abs((ac1 as number) - 0.8493305)).toBeLessThanOrEqual(0.5000001e-7);
  expect(Math.abs((se as number) - 0.04321747)).toBeLessThanOrEqual(0.5000001e-8);
  expect(Math.abs(low - 0.764)).toBeLessThanOrEqual(0.5000001e-3);
  expect(Math.abs(high - 0.935)).toBeLessThanOrEqual(0.5000001e-3);
});

// R 4.2: x <- (prop.test(a * n, n, correct = FALSE)$conf.int - e) / (1 - e); c((a - e) / (1 - e), pmax(-1, x))
test.each([
  ['all in one cell', square(50, 0, 0, 0), 1, 0.928652400866641, 1],
  ['all agree', square(25, 0, 0, 25), 1, 0.857304801733283, 1],
  ['none agrees', square(0, 5, 5, 0), -1, -1, -0.444934400274222],
  ['a single case', square(1, 0, 0, 0), 1, 0.206549314377238, 1],
])('%s: the error would be 0, and is not told', (_, table, ac1, low, high) => {
  const found = gwetAc1(table);
  expect(found.se).toBeNull();
  expect(found.ac1).toBeCloseTo(ac1, 14);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
});

test('without cases it cannot be told', () =>
  expect(gwetAc1(square(0, 0, 0, 0))).toEqual({ ac1: null, low: -1, high: 1, se: null }));

test('what is refused', () => {
  expect(() => gwetAc1([[3]])).toThrow(RangeError);
  expect(() => gwetAc1(square(1, 2, 3, 0.5))).toThrow(RangeError);
  for (const confidence of [0, 1, Number.NaN])
    expect(() => gwetAc1(square(1, 2, 3, 4), confidence)).toThrow(RangeError);
});

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.oneof(fc.nat(60), fc.constant(0)), { minLength: size * size, maxLength: size * size }),
  )
  .map((counts) => square(...counts));
const turned = (table: number[][]) => table.map((_, i) => table.map((row) => row[i]!));

test('the limits hold AC1, have a width and stay in range; raters and categories can change places', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const found = gwetAc1(table);
      expect(found.high - found.low).toBeGreaterThan(1e-9);
      expect(found.low).toBeGreaterThanOrEqual(-1);
      expect(found.high).toBeLessThanOrEqual(1);
      if (found.ac1 === null) return;
      expect(found.low).toBeLessThanOrEqual(found.ac1);
      expect(found.high).toBeGreaterThanOrEqual(found.ac1);
      for (const other of [turned(table), table.map((row) => row.toReversed()).toReversed()]) {
        expect(gwetAc1(other).ac1).toBeCloseTo(found.ac1, 12);
        expect(gwetAc1(other).low).toBeCloseTo(found.low, 10);
      }
    }),
  );
});

test('a category that nobody chose makes agreement by chance rarer', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { ac1 } = gwetAc1(table);
      fc.pre(ac1 !== null && ac1 < 1);
      const wider = [...table.map((row) => [...row, 0]), Array.from({ length: table.length + 1 }, () => 0)];
      expect(gwetAc1(wider).ac1 as number).toBeGreaterThanOrEqual((ac1 as number) - 1e-12);
    }),
  );
});
