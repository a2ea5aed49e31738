import { expect, test } from 'vitest';
import { casesToPass } from '../../src/stats/cases-to-pass.ts';

// The printed table of the plan (margins 2, 3, 5 and 10 points, power 80 %); below the floor the floor rules.
// R 4.2: ceiling((qnorm(.95) + qnorm(.8))^2 * psi / m^2) and ceiling(log(.05) / log1p(-m))
test.each([
  [0.02, [310, 138, 59, 29]],
  [0.05, [773, 344, 124, 31]],
  [0.1, [1546, 687, 248, 62]],
  [0.2, [3092, 1374, 495, 124]],
  [0, [149, 99, 59, 29]],
])('a discordance of %d needs %j', (discordance, cases) =>
  expect([0.02, 0.03, 0.05, 0.1].map((margin) => casesToPass(discordance, margin))).toEqual(cases),
);

// R 4.2: (qnorm(1 - a) + qnorm(p))^2 * (psi - e^2) / (e + m)^2
test.each([
  [0.1, 0.03, { alpha: 0.01, power: 0.9, effect: 0.01 }, 813],
  [0.1, 0.05, { effect: -0.02 }, 685],
  [0.3, 0.02, { power: 0.95 }, 8117],
  [0.08, 0.02, { effect: 0.02 }, 308],
])('%d within %d, %j: %d', (discordance, margin, options, cases) =>
  expect(casesToPass(discordance, margin, options)).toBe(cases),
);

test('no number of cases passes what is worse by the margin', () => {
  expect(casesToPass(0.2, 0.05, { effect: -0.05 })).toBe(Number.POSITIVE_INFINITY);
  expect(casesToPass(1, 1, { effect: -1 })).toBe(Number.POSITIVE_INFINITY);
  expect(casesToPass(0.2, 0.05, { effect: -0.1 })).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  [-0.1, 0.05, {}],
  [1.1, 0.05, {}],
  [Number.NaN, 0.05, {}],
  [0.1, 0, {}],
  [0.1, Number.NaN, {}],
  [0.1, 0.05, { effect: 0.2 }],
  [0.1, 0.05, { effect: Number.NaN }],
  [0.1, 0.05, { alpha: 0 }],
  [0.1, 0.05, { power: 1 }],
  [0.1, 0.05, { power: 0.2 }],
])('it refuses %d within %d, %j', (discordance, margin, options) =>
  expect(() => casesToPass(discordance, margin, options)).toThrow(RangeError),
);
