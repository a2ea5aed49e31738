import { expect, test } from 'vitest';
import { casesToFail } from '../../src/stats/cases-to-fail.ts';

// R 4.2: ((qnorm(1 - a) * sqrt(psi) + qnorm(p) * sqrt(psi - d^2)) / d)^2, rounded up
test.each([
  [0.1, 0.05, {}, 246],
  [0.1, 0.078, {}, 100],
  [0.2, 0.035, {}, 1008],
  [0.05, 0.05, {}, 122],
  [0.3, 0.1, { alpha: 0.01, power: 0.9 }, 386],
  [0.1, 0.001, {}, 618_254],
])('a discordance of %d and a drop of %d, %j: %d', (discordance, drop, options, cases) =>
  expect(casesToFail(discordance, drop, options)).toBe(cases),
);

test('with fewer than five losses the exact test cannot reject at .05, whatever the formula says (3)', () => {
  expect(casesToFail(1, 1)).toBe(5);
});

test.each([
  [0.1, 0, {}],
  [0.1, -0.05, {}],
  [0.1, 0.2, {}],
  [1.1, 0.2, {}],
  [Number.NaN, 0.05, {}],
  [0.1, Number.NaN, {}],
  [0.1, 0.05, { alpha: 1 }],
  [0.1, 0.05, { power: Number.NaN }],
])('it refuses %d and %d, %j', (discordance, drop, options) =>
  expect(() => casesToFail(discordance, drop, options)).toThrow(RangeError),
);
