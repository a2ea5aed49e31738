import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stratifiedEffect } from '../../src/stats/stratified-effect.ts';
import { tangoInterval } from '../../src/stats/tango-interval.ts';
import { near } from './near.ts';

/** Rows of cases, losses, gains and ties. */
const toStrata = (rows: readonly (readonly number[])[]) =>
  rows.map(([cases, losses, gains, ties]) => ({
    cases: cases!,
    labelled: { losses: losses!, gains: gains!, ties: ties! },
  }));

const audit = [
  [12, 7, 1, 4],
  [15, 2, 6, 7],
  [150, 1, 0, 79],
  [23, 0, 0, 12],
];

/**
 * R 4.2, with `tango` of tango-interval.test.ts; a row of x is a stratum: cases, losses, gains, ties. `free` is the mean
 * of strata without labels; the limits are the widest of those with -1 and with 1:
 *
 * effect <- function(x, conf = .95, free = -1) {
 *   z <- qnorm(1 - (1 - conf) / 2); w <- x[, 1] / sum(x[, 1])
 *   d <- t(apply(x, 1, function(s) { n <- sum(s[2:4]); if (n == 0) rep(free, 3) else c((s[3] - s[2]) / n, tango(s[2], s[3], n, conf)) }))
 *   e <- sum(w * d[, 1]); B <- sum(w * (d[, 1] - e)^2) / sum(x[, 1])
 *   c(e, max(-1, e - sqrt(sum((w * (d[, 1] - d[, 2]))^2) + z^2 * B)), min(1, e + sqrt(sum((w * (d[, 3] - d[, 1]))^2) + z^2 * B)))
 * }
 *
 * In one stratum it is Tango's interval: 5 lost and 9 gained of 100 are in tango-interval.test.ts too.
 */
test.each([
  ['an audit', audit, 0.95, -0.019375, -0.0820289022027816, 0.0410126667402898],
  ['an audit at 90%', audit, 0.9, -0.019375, -0.0688873807352807, 0.0278198288673487],
  ['one stratum', [[200, 5, 9, 86]], 0.95, 0.04, -0.0369678250345737, 0.121266278132488],
  ['one stratum, all labelled', [[50, 3, 2, 45]], 0.95, -0.02, -0.130162590436627, 0.0857038796472187],
  [
    'strata of one kind each',
    [
      [10, 10, 0, 0],
      [10, 0, 10, 0],
    ],
    0.95,
    0,
    -0.518745984114037,
    0.518745984114037,
  ],
  [
    'many cases',
    [
      [400, 2, 1, 77],
      [60, 0, 1, 22],
      [25, 12, 2, 11],
      [15, 1, 9, 5],
    ],
    0.95,
    -0.00878260869565218,
    -0.0661757596462376,
    0.045440083582303,
  ],
  [
    'two cases',
    [
      [1, 0, 1, 0],
      [1, 0, 0, 1],
    ],
    0.95,
    0.5,
    -0.625671950761324,
    1,
  ],
  [
    'a stratum without labels',
    [
      [180, 0, 0, 90],
      [20, 0, 0, 0],
    ],
    0.95,
    null,
    -0.155551724329583,
    0.155551724329583,
  ],
  [
    'few cases, held to -1',
    [
      [4, 1, 1, 0],
      [3, 1, 0, 0],
    ],
    0.95,
    -0.428571428571429,
    -1,
    0.472353017249104,
  ],
  ['no labels', [[100, 0, 0, 0]], 0.95, null, -1, 1],
])('%s', (_, rows, confidence, effect, low, high) => {
  const found = stratifiedEffect(toStrata(rows), confidence);
  if (effect === null) expect(found.effect).toBeNull();
  else near(found.effect as number, effect, 1e-12);
  near(found.low, low, 1e-9);
  near(found.high, high, 1e-9);
});

test('without cases everything fits, and a stratum without cases changes nothing', () => {
  const empty = { cases: 0, labelled: { losses: 0, gains: 0, ties: 0 } };
  expect(stratifiedEffect([])).toEqual({ effect: null, low: -1, high: 1 });
  expect(stratifiedEffect([empty])).toEqual({ effect: null, low: -1, high: 1 });
  expect(stratifiedEffect([empty, ...toStrata(audit)])).toEqual(stratifiedEffect(toStrata(audit)));
});

test('what is refused', () => {
  for (const row of [
    [10, 5, 5, 1],
    [10.5, 1, 1, 1],
    [10, 0.5, 1, 1],
    [10, 2, 1, 0.5],
    [Number.NaN, 0, 0, 0],
  ])
    expect(() => stratifiedEffect(toStrata([row])), JSON.stringify(row)).toThrow(RangeError);
  for (const row of [
    [-1, 0, 0, 0],
    [10, -1, 2, 3],
    [10, 1, -1, 3],
    [10, 1, 1, -1],
  ])
    expect(() => stratifiedEffect(toStrata([row]))).toThrow('whole numbers, 0 or more');
  for (const confidence of [0, 1, Number.NaN])
    expect(() => stratifiedEffect([], confidence)).toThrow(RangeError);
});

const stratum = fc
  .record({
    losses: fc.nat(20),
    gains: fc.nat(20),
    ties: fc.nat(80),
    rest: fc.oneof(fc.constant(0), fc.nat(300)),
  })
  .map(({ losses, gains, ties, rest }) => ({
    cases: losses + gains + ties + rest,
    labelled: { losses, gains, ties },
  }));
const sparse = fc.oneof(
  { arbitrary: stratum, weight: 4 },
  {
    arbitrary: fc.nat(50).map((cases) => ({ cases, labelled: { losses: 0, gains: 0, ties: 0 } })),
    weight: 1,
  },
);

test('the limits hold the effect, have a width, stay in range, and mirror when the arms are swapped', () => {
  fc.assert(
    fc.property(fc.array(sparse, { maxLength: 6 }), (strata) => {
      const { effect, low, high } = stratifiedEffect(strata);
      expect(high - low).toBeGreaterThan(0);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      if (effect !== null) expect(low).toBeLessThanOrEqual(effect);
      if (effect !== null) expect(high).toBeGreaterThanOrEqual(effect);
      const swapped = stratifiedEffect(
        strata.map(({ cases, labelled: { losses, gains, ties } }) => ({
          cases,
          labelled: { losses: gains, gains: losses, ties },
        })),
      );
      expect(swapped.low).toBeCloseTo(-high, 12);
      expect(swapped.high).toBeCloseTo(-low, 12);
    }),
  );
});

test('with all cases labelled the effect is the plain one, however the judge sorted them', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
      const all = strata.map(({ labelled }) => ({
        cases: labelled.losses + labelled.gains + labelled.ties,
        labelled,
      }));
      const pairs = all.reduce((sum, { cases }) => sum + cases, 0);
      fc.pre(pairs > 0);
      const net = all.reduce((sum, { labelled }) => sum + labelled.gains - labelled.losses, 0);
      expect(stratifiedEffect(all).effect).toBeCloseTo(net / pairs, 12);
    }),
  );
});

test('with all of many cases labelled the width is that of the plain interval', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 4 }),
      (parts) => {
        const rows = parts.map(([a, b, c]) => [0, 1000 * (a + 1), 1000 * (b + 1), 1000 * (c + 1)]);
        const strata = toStrata(rows.map(([, a, b, c]) => [a! + b! + c!, a!, b!, c!]));
        const losses = rows.reduce((sum, row) => sum + row[1]!, 0);
        const gains = rows.reduce((sum, row) => sum + row[2]!, 0);
        const plain = tangoInterval({
          losses,
          gains,
          pairs: strata.reduce((sum, { cases }) => sum + cases, 0),
        });
        const { low, high } = stratifiedEffect(strata);
        near(high - low, plain.high - plain.low, 1e-3);
      },
    ),
  );
});

test('a stratum without labels makes the limits as wide as anything that could be in it', () => {
  fc.assert(
    fc.property(
      fc.array(stratum, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 50 }),
      (strata, cases) => {
        const { low, high } = stratifiedEffect([
          ...strata,
          { cases, labelled: { losses: 0, gains: 0, ties: 0 } },
        ]);
        for (const [losses, gains, ties] of [
          [cases, 0, 0],
          [0, cases, 0],
          [0, 0, cases],
        ] as const) {
          const { effect } = stratifiedEffect([...strata, { cases, labelled: { losses, gains, ties } }]);
          if (effect === null) continue;
          expect(low).toBeLessThanOrEqual(effect);
          expect(high).toBeGreaterThanOrEqual(effect);
        }
      },
    ),
  );
});
