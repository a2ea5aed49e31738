import { expect, test } from 'vitest';
import { testPairs } from '../../../src/analyze/gate/test-pairs.ts';
import { pair, pairsOf, repeated } from './make-pairs.ts';

const atFive = { margin: 0.05, alpha: 0.05 };

/**
 * Two models that answered the first 200 questions of GSM8K; 14 are right with the small one alone, 34 with the large
 * one alone, 31 with both. R 4.2, with zt(b, c, n, d) for Tango's score:
 *
 * binom.test(14, 48)$p.value; pbinom(33, 48, .5, lower = FALSE); 2 * pbinom(14, 48, .5) - dbinom(14, 48, .5)
 * uniroot(function(d) zt(14, 34, 200, d) - qnorm(.975), c(-.99, .0999), tol = 1e-14)$root
 * P <- function(q) sum over x of dbinom(x, 200, q) * P(Bin(200 - x, (q - .05) / (1 - q)) >= the least y with zt(x, y) >= zt);
 * the greatest of it, by optimize() between 401 values of q in .05 to .525
 */
const small = [...repeated(31, pair(1, 1)), ...repeated(121, pair(0, 0))];

test('a better model is not worse', () => {
  const tested = testPairs([...small, ...repeated(14, pair(1, 0)), ...repeated(34, pair(0, 1))], atFive);
  expect(tested).toMatchObject({
    verdict: 'PASS',
    path: 'exact',
    interval: 'Tango',
    pairs: 200,
    clusters: 200,
  });
  expect(tested).toMatchObject({
    losses: 14,
    gains: 34,
    discordance: 0.24,
    baseline: 0.225,
    candidate: 0.325,
  });
  expect(tested.effect).toBeCloseTo(0.1, 12);
  expect(tested.low).toBeCloseTo(0.0333141069378, 10);
  expect(tested.high).toBeCloseTo(0.1687061397629, 10);
  expect(tested.notWorse).toBeCloseTo(1.56549287085952e-5, 10);
  expect(tested.worse).toBeCloseTo(0.998955946333002, 10);
  expect(tested.different).toBeCloseTo(0.00551520148550113, 10);
  expect(tested.midP).toBeCloseTo(0.0038016544097488, 10);
  expect(tested).not.toHaveProperty('withheld');
});

test('a worse model is worse', () => {
  const tested = testPairs([...small, ...repeated(34, pair(1, 0)), ...repeated(14, pair(0, 1))], atFive);
  expect(tested).toMatchObject({ verdict: 'FAIL', losses: 34, gains: 14 });
  expect(tested.low).toBeCloseTo(-0.1687061397629, 10);
  expect(tested.high).toBeCloseTo(-0.0333141069378, 10);
  expect(tested.notWorse).toBeCloseTo(0.932341219755241, 8);
  expect(tested.worse).toBeCloseTo(0.00275760074275056, 10);
  expect(tested.worseAdjusted).toBe(tested.worse);
});

/** R 4.2, as above: binom.test(losses, losses + gains)$p.value and the two roots of Tango's score. */
test.each([
  { pairs: 50, losses: 0, gains: 2, p: 0.5, low: -0.034201503099, high: 0.134600906875 },
  { pairs: 100, losses: 0, gains: 4, p: 0.125, low: 0.001526761865, high: 0.098370714359 },
  { pairs: 200, losses: 0, gains: 8, p: 0.0078125, low: 0.020400860568, high: 0.076932068201 },
  { pairs: 50, losses: 1, gains: 3, p: 0.625, low: -0.054425006988, high: 0.146146265067 },
  { pairs: 100, losses: 2, gains: 6, p: 0.2890625, low: -0.019097337027, high: 0.108215201321 },
  { pairs: 200, losses: 4, gains: 12, p: 0.076812744141, low: 0.000900835954, high: 0.084914182505 },
  { pairs: 200, losses: 10, gains: 18, p: 0.18493334204, low: -0.012549191208, high: 0.095179127757 },
  { pairs: 200, losses: 10, gains: 24, p: 0.024306510109, low: 0.013537966284, high: 0.129827899414 },
  { pairs: 100, losses: 0, gains: 7, p: 0.015625, low: 0.030416956919, high: 0.137495147391 },
  { pairs: 100, losses: 5, gains: 12, p: 0.143463134766, low: -0.011863210116, high: 0.157415606072 },
])('what $pairs cases say of $losses lost and $gains gained', ({ p, low, high, ...counts }) => {
  const tested = testPairs(pairsOf(counts), atFive);
  expect(tested.different).toBeCloseTo(p, 10);
  expect(tested.low).toBeCloseTo(low, 10);
  expect(tested.high).toBeCloseTo(high, 10);
});

test('twenty ties are no proof', () => {
  const tested = testPairs(pairsOf({ pairs: 20, losses: 0, gains: 0 }), { margin: 0.02, alpha: 0.05 });
  expect(tested).toMatchObject({ verdict: 'INCONCLUSIVE', leastCases: 149, casesToPass: 149, worse: 1 });
  // .98 ^ 20
  expect(tested.notWorse).toBeCloseTo(0.667607971755094, 10);
  expect(tested.withheld).toBe('a margin of 2 points needs 149 cases, and there are 20');
  expect(tested.low).toBeLessThan(-0.1);
});

test.each([
  { repeats: 'of three repeats', tie: pair(2 / 3, 2 / 3) },
  { repeats: 'by weight', tie: pair(1, 1) },
])('nor are thirty, $repeats', ({ tie }) => {
  const ties = repeated(30, tie).map((one, index) => ({ ...one, weight: index === 0 ? 1.1 : 1 }));
  for (const tail of [undefined, 'assume-smooth'] as const) {
    const tested = testPairs(ties, { margin: 0.06, alpha: 0.05, tail });
    expect(tested).toMatchObject({
      verdict: 'INCONCLUSIVE',
      path: 'clustered',
      interval: 'Tango, effective counts',
    });
    expect(tested.high - tested.low).toBeGreaterThan(0.1);
  }
});

test.each([
  { cases: 58, verdict: 'INCONCLUSIVE' },
  { cases: 59, verdict: 'PASS' },
])('at five points $cases unchanged cases are $verdict, on both paths', ({ cases, verdict }) => {
  expect(testPairs(repeated(cases, pair(1, 1)), atFive).verdict).toBe(verdict);
  expect(testPairs(repeated(cases, pair(1 / 3, 1 / 3)), atFive).verdict).toBe(verdict);
});

test('a small drop that is proven small passes', () => {
  const tested = testPairs(pairsOf({ pairs: 2000, losses: 30, gains: 10 }), atFive);
  expect(tested.worse).toBeLessThan(0.01);
  expect(tested.verdict).toBe('PASS');
});

test('weights that leave too little say neither', () => {
  const light = [...repeated(300, pair(1, 0, { weight: 0.001 })), ...repeated(10, pair(1, 0))];
  expect(testPairs(light, { margin: 0.3, alpha: 0.05 })).toMatchObject({
    verdict: 'INCONCLUSIVE',
    notWorse: null,
    worse: null,
    withheld: 'the weights leave no more than 10.6 cases that count, and 20 are the least',
  });
  const heavy = [...repeated(300, pair(1, 0)), pair(1, 0, { weight: 30 })];
  expect(testPairs(heavy, atFive)).toMatchObject({
    verdict: 'INCONCLUSIVE',
    worse: null,
    withheld: 'one case carries 9.1 % of the weight, more than the margin of 5.0 %',
  });
});

test('five cases that are all lost are a regression, four are none', () => {
  expect(testPairs(pairsOf({ pairs: 5, losses: 5, gains: 0 }), atFive).verdict).toBe('FAIL');
  expect(testPairs(pairsOf({ pairs: 4, losses: 4, gains: 0 }), atFive).verdict).toBe('INCONCLUSIVE');
});

test('cases of one source are one: as many groups have to be lost', () => {
  const grouped = (groups: number) =>
    Array.from({ length: groups * 10 }, (_, index) => pair(1, 0, { group: `${index % groups}` }));
  expect(testPairs(grouped(4), atFive)).toMatchObject({
    verdict: 'INCONCLUSIVE',
    clusters: 4,
    worse: 1 / 16,
  });
  expect(testPairs(grouped(5), atFive)).toMatchObject({
    verdict: 'FAIL',
    pairs: 50,
    clusters: 5,
    worse: 1 / 32,
  });
  expect(testPairs(grouped(1), atFive)).toMatchObject({ low: -1, high: 1, interval: 'none: one cluster' });
});

/** R 4.2: x <- c(rep(0, 70), rep(-1/3, 14), rep(1/3, 10), rep(-1, 3), rep(2/3, 3)); t.test(x)$conf.int */
test('repeats are shares of cases, and these scatter', () => {
  const tested = testPairs(
    [
      ...repeated(70, pair(2 / 3, 2 / 3)),
      ...repeated(14, pair(1, 2 / 3)),
      ...repeated(10, pair(2 / 3, 1)),
      ...repeated(3, pair(1, 0)),
      ...repeated(3, pair(0, 2 / 3)),
    ],
    atFive,
  );
  expect(tested).toMatchObject({ path: 'clustered', interval: 't, CR2', losses: 17, gains: 13, pairs: 100 });
  expect(tested).not.toHaveProperty('midP');
  expect(tested.low).toBeCloseTo(-0.0758896660100456, 10);
  expect(tested.high).toBeCloseTo(0.029222999343379, 10);
  // f(-x, 0) of test/stats/bounded-mean-tail.test.ts
  expect(tested.worse).toBeCloseTo(0.18439586014697, 7);
  expect(tested.different).toBeCloseTo(2 * 0.18439586014697, 7);
});

test('a margin of 0 is never proven, and 100 points is', () => {
  const pairs = pairsOf({ pairs: 100, losses: 0, gains: 0 });
  expect(testPairs(pairs, { margin: 0, alpha: 0.05 })).toMatchObject({
    verdict: 'INCONCLUSIVE',
    notWorse: null,
    casesToPass: 0,
    withheld: 'with a margin of 0 an unchanged candidate can never PASS',
  });
  expect(testPairs(pairs, { margin: 1, alpha: 0.05 }).verdict).toBe('PASS');
});

test('without pairs anything fits', () => {
  expect(testPairs([], atFive)).toMatchObject({
    verdict: 'INCONCLUSIVE',
    pairs: 0,
    low: -1,
    high: 1,
    detectable: null,
  });
});

test('a weight that is not above 0 is refused', () => {
  for (const weight of [0, -1, Number.NaN, Infinity])
    expect(() => testPairs([pair(1, 1, { weight })], atFive)).toThrow(RangeError);
});

test('what was measured of nothing changed is what is planned with', () => {
  const pairs = pairsOf({ pairs: 100, losses: 0, gains: 0 });
  // 6.18 * .1 / .05 ^ 2, and the table of detectable drops: 7.8 points at 100 cases
  expect(testPairs(pairs, { ...atFive, discordance: 0.1 })).toMatchObject({ casesToPass: 248 });
  expect(testPairs(pairs, { ...atFive, discordance: 0.1 }).detectable).toBeCloseTo(0.078, 3);
});

test('thirds that cancel out have not moved, and thirds that are all lost do not scatter', () => {
  const cancelled = Array.from({ length: 60 }, (_, index) =>
    index % 2 ? pair(1 / 3, 2 / 3, { group: `${index >> 1}` }) : pair(1, 2 / 3, { group: `${index >> 1}` }),
  );
  // 2/3 - 1/3 + (2/3 - 1) is not 0 for a computer
  expect(testPairs(cancelled, atFive)).toMatchObject({
    clusters: 30,
    worse: 1,
    different: 1,
    verdict: 'INCONCLUSIVE',
  });
  const lost = Array.from({ length: 30 }, (_, index) => (index % 2 ? pair(1, 2 / 3) : pair(2 / 3, 1 / 3)));
  const tested = testPairs(lost, atFive);
  expect(tested).toMatchObject({ verdict: 'FAIL', interval: 'Tango, effective counts' });
  // R 4.2: pt(sqrt(60 * log(4 / 3)), 29, lower = FALSE)
  expect(tested.worse).toBeCloseTo(0.00013124919249468, 9);
  expect(tested.high - tested.low).toBeGreaterThan(0.1);
});

test('groups need as many groups as cases are needed alone', () => {
  const grouped = Array.from({ length: 200 }, (_, index) =>
    pair(1, index % 10 === 0 ? 0 : 1, { group: `${Math.floor(index / 5)}` }),
  );
  // 59 groups of five; the 248 cases of 10 % discordance are fewer
  expect(testPairs(grouped, atFive)).toMatchObject({ clusters: 40, leastCases: 59, casesToPass: 295 });
});
