import { expect, test } from 'vitest';
import { casesToFail } from '../../src/stats/cases-to-fail.ts';
import { exactCasesToFail } from '../../src/stats/exact-cases-to-fail.ts';
import { failPower } from '../../src/stats/fail-power.ts';
import { near } from './near.ts';

const powerOf = (pairs: number, discordance: number, drop: number) =>
  failPower({ pairs, discordance, effect: -drop, alpha: 0.05 });

// What the formula promises as 80 %, and what the exact test then has.
// R 4.2: fail(n, psi, -drop, .05) of fail-power.test.ts
test.each([
  [0.2, 0.2, 29, 0.71605354811801],
  [0.1, 0.1, 60, 0.729041741874556],
  [0.1, 0.05, 246, 0.765375532744475],
  [0.4, 0.05, 988, 0.786753900374487],
])(
  'a discordance of %d and a drop of %d: %d cases give %d, and here it is 80 %% and little more',
  (discordance, drop, formula, has) => {
    expect(casesToFail(discordance, drop)).toBe(formula);
    near(powerOf(formula, discordance, drop), has, 1e-9);
    const cases = exactCasesToFail(discordance, drop);
    expect(powerOf(cases, discordance, drop)).toBeGreaterThanOrEqual(0.8);
    expect(powerOf(cases, discordance, drop)).toBeLessThan(0.82);
  },
);

test('where the formula is enough it stays', () => {
  expect(exactCasesToFail(0.2, 0.02)).toBe(3090);
  expect(() => exactCasesToFail(0.2, 0)).toThrow(RangeError);
});
