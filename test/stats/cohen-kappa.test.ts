import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';
import { near } from './near.ts';

/** The counts of a square table, row by row. */
function square(...counts: number[]): number[][] {
  const size = Math.sqrt(counts.length);
  return Array.from({ length: size }, (_, i) => counts.slice(i * size, (i + 1) * size));
}

/**
 * R 4.2, in the form that is printed in Fleiss, Cohen & Everitt 1969; kappa and its error are also those of
 * vcd::Kappa(x) and vcd::Kappa(x, weights = "Fleiss-Cohen"):
 *
 * fce <- function(x, w = diag(nrow(x)), conf = .95) {
 *   n <- sum(x); p <- x / n; r <- rowSums(p); c <- colSums(p); o <- sum(w * p); e <- sum(w * outer(r, c)); k <- (o - e) / (1 - e)
 *   a <- outer(as.vector(w %*% c), as.vector(r %*% w), "+")
 *   s <- sqrt((sum(p * (w * (1 - e) - a * (1 - o))^2) - (o * e - 2 * e + o)^2) / n) / (1 - e)^2
 *   z <- qnorm(1 - (1 - conf) / 2); c(k, max(-1, k - z * s), min(1, k + z * s), s)
 * }
 * quadratic <- function(q) 1 - outer(1:q, 1:q, "-")^2 / (q - 1)^2
 *
 * Film critics (.389, error .060) and pathologists (.493, .057) are examples of Agresti 2002; the third table is
 * printed with .7964094 and .05891072 in the vignette of irrCAC; of the fourth, Fleiss, Cohen & Everitt print a kappa of
 * .429 with a variance of .002885.
 */
const critics = square(24, 8, 13, 8, 13, 11, 10, 9, 64);
const pathologists = square(22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10);
const abstractors = square(13, 0, 0, 0, 20, 7, 0, 4, 56);
const diagnoses = square(106, 10, 4, 22, 28, 10, 2, 12, 6);

test.each([
  [critics, 0.95, [0.388838534248349, 0.271646145633393, 0.506030922863305, 0.0597931337204944]],
  [critics, 0.99, [0.388838534248349, 0.234821628260082, 0.542855440236616, 0.0597931337204944]],
  [pathologists, 0.95, [0.493005595523581, 0.381791064354492, 0.604220126692671, 0.0567431504080358]],
  [abstractors, 0.95, [0.796409402183972, 0.680946515961469, 0.911872288406475, 0.0589107183260814]],
  [diagnoses, 0.95, [0.428571428571429, 0.323299793454405, 0.533843063688452, 0.0537110048691673]],
  [square(45, 5, 3, 47), 0.95, [0.84, 0.7337401300561, 0.9462598699439, 0.0542152155764413]],
  [square(88, 4, 6, 2), 0.95, [0.233128834355828, -0.0897625577586225, 0.556020226470279, 0.164743533381928]],
  [
    square(5, 15, 20, 2),
    0.95,
    [-0.651685393258427, -0.884886969175585, -0.418483817341269, 0.11898258220897],
  ],
  [square(30, 0, 0, 2, 0, 0, 1, 0, 7), 0.95, [0.783393501805054, 0.557476405945725, 1, 0.115265942456767]],
  [
    square(20, 5, 0, 30, 0, 0, 5, 40, 0),
    0.95,
    [-0.0996563573883162, -0.18989776256236, -0.00941495221427234, 0.0460423792915873],
  ],
] as const)('kappa of %j at %d', (table, confidence, [kappa, low, high, se]) => {
  const found = cohenKappa(table, confidence);
  near(found.kappa as number, kappa, 1e-12);
  near(found.low, low, 1e-12);
  near(found.high, high, 1e-12);
  near(found.se as number, se, 1e-12);
});

test.each([
  [critics, 0.95, [0.457971628202414, 0.317165371285283, 0.598777885119545, 0.0718412470983103]],
  [pathologists, 0.95, [0.783821871476889, 0.708029405378008, 0.859614337575769, 0.0386703361371545]],
  [pathologists, 0.9, [0.783821871476889, 0.720214828826258, 0.84742891412752, 0.0386703361371545]],
  [abstractors, 0.95, [0.892156862745098, 0.822869181097611, 0.961444544392586, 0.0353515075756595]],
  [diagnoses, 0.95, [0.566666666666667, 0.45756264480538, 0.675770688527954, 0.0556663401582303]],
  [square(30, 0, 0, 2, 0, 0, 1, 0, 7), 0.95, [0.878542510121458, 0.711382657013773, 1, 0.0852872065130892]],
  [
    square(20, 5, 0, 30, 0, 0, 5, 40, 0),
    0.95,
    [0.35374149659864, 0.271290265364817, 0.436192727832462, 0.0420677277155026],
  ],
] as const)('quadratic weights: kappa of %j at %d', (table, confidence, [kappa, low, high, se]) => {
  const found = cohenKappa(table, confidence, 'quadratic');
  near(found.kappa as number, kappa, 1e-12);
  near(found.low, low, 1e-12);
  near(found.high, high, 1e-12);
  near(found.se as number, se, 1e-12);
});

// R 4.2: x <- (prop.test(a * n, n, correct = FALSE)$conf.int - e) / (1 - e); c((a - e) / (1 - e), pmax(-1, x))
test.each([
  ['all agree', square(25, 0, 0, 25), undefined, 1, 0.857304801733283, 1],
  ['all agree on a scale', square(30, 0, 0, 0, 0, 0, 0, 0, 10), 'quadratic', 1, 0.766342396807235, 1],
  ['none agrees', square(0, 5, 5, 0), undefined, -1, -1, -0.444934400274222],
  ['one never changes', square(5, 5, 0, 0), undefined, 0, -0.526813818974872, 0.526813818974872],
] as const)('%s: the error would be 0, and is not told', (_, table, weights, kappa, low, high) => {
  const found = cohenKappa(table, 0.95, weights);
  expect(found.se).toBeNull();
  expect(found.kappa).toBeCloseTo(kappa, 14);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
});

// R 4.2: (prop.test(50, 50, conf.level = .9, correct = FALSE)$conf.int[1] - .5) / .5
test('at 90% the limits where all agree are nearer', () =>
  near(cohenKappa(square(25, 0, 0, 25), 0.9).low, 0.89733362842746, 1e-9));

test('in one cell, or without cases, it cannot be told', () => {
  const nothing = { kappa: null, low: -1, high: 1, se: null };
  expect(cohenKappa(square(40, 0, 0, 0))).toEqual(nothing);
  expect(cohenKappa(square(0, 0, 0, 0, 0, 0, 0, 0, 7), 0.95, 'quadratic')).toEqual(nothing);
  expect(cohenKappa(square(0, 0, 0, 0))).toEqual(nothing);
});

test('what is refused', () => {
  expect(() => cohenKappa([[3]])).toThrow(RangeError);
  expect(() => cohenKappa(square(1, 2, 3, -4))).toThrow(RangeError);
  for (const confidence of [0, 1, Number.NaN])
    expect(() => cohenKappa(square(1, 2, 3, 4), confidence)).toThrow(RangeError);
});

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.oneof(fc.nat(60), fc.constant(0)), { minLength: size * size, maxLength: size * size }),
  )
  .map((counts) => square(...counts));
const weightings = fc.constantFrom(undefined, 'quadratic' as const);
const turned = (table: number[][]) => table.map((_, i) => table.map((row) => row[i]!));

test('the limits hold kappa, have a width and stay in range; the raters can change places', () => {
  fc.assert(
    fc.property(tables, weightings, (table, weights) => {
      const found = cohenKappa(table, 0.95, weights);
      expect(found.high - found.low).toBeGreaterThan(1e-9);
      expect(found.low).toBeGreaterThanOrEqual(-1);
      expect(found.high).toBeLessThanOrEqual(1);
      if (found.kappa === null) return;
      expect(found.low).toBeLessThanOrEqual(found.kappa);
      expect(found.high).toBeGreaterThanOrEqual(found.kappa);
      const other = cohenKappa(turned(table), 0.95, weights);
      expect(other.kappa).toBeCloseTo(found.kappa, 12);
      expect(other.low).toBeCloseTo(found.low, 10);
    }),
  );
});

test('categories in reverse change nothing, with two of them weights neither, and four times the cases halve the error', () => {
  fc.assert(
    fc.property(tables, weightings, (table, weights) => {
      const found = cohenKappa(table, 0.95, weights);
      fc.pre(found.kappa !== null && found.se !== null);
      const reversed = table.map((row) => row.toReversed()).toReversed();
      expect(cohenKappa(reversed, 0.95, weights).kappa).toBeCloseTo(found.kappa as number, 12);
      if (table.length === 2) expect(cohenKappa(table)).toEqual(cohenKappa(table, 0.95, 'quadratic'));
      const four = cohenKappa(
        table.map((row) => row.map((count) => 4 * count)),
        0.95,
        weights,
      );
      near(four.se as number, (found.se as number) / 2, 1e-9);
    }),
  );
});
