import { expect, test } from 'vitest';
import { casesToPass } from '../../src/stats/cases-to-pass.ts';
import { exactCasesToPass } from '../../src/stats/exact-cases-to-pass.ts';
import { passPower } from '../../src/stats/pass-power.ts';
import { near } from './near.ts';

const powerOf = (pairs: number, discordance: number, margin: number) =>
  passPower({ pairs, discordance, effect: 0, margin, alpha: 0.05 });

// What the formula promises as 80 %, and what the exact test then has.
// R 4.2: power(pass(n, m, .05), psi, 0) of pass-power.test.ts
test.each([
  [0.05, 0.1, 31, 0.521987397742883],
  [0.02, 0.05, 59, 0.591340163360873],
  [0.05, 0.05, 124, 0.7112727568438],
  [0.1, 0.05, 248, 0.758461132548837],
])(
  'a discordance of %d within %d: %d cases give %d, and here it is 80 %% and little more',
  (discordance, margin, formula, has) => {
    expect(casesToPass(discordance, margin)).toBe(formula);
    near(powerOf(formula, discordance, margin), has, 1e-8);
    const cases = exactCasesToPass(discordance, margin);
    expect(powerOf(cases, discordance, margin)).toBeGreaterThanOrEqual(0.8);
    expect(powerOf(cases, discordance, margin)).toBeLessThan(0.86);
  },
);

test('where the floor or the formula is enough it stays', () => {
  expect(exactCasesToPass(0, 0.05)).toBe(59);
  expect(exactCasesToPass(0.2, 0.02)).toBe(3092);
  expect(exactCasesToPass(0.2, 0.05, { effect: -0.1 })).toBe(Number.POSITIVE_INFINITY);
  expect(() => exactCasesToPass(0.2, 0)).toThrow(RangeError);
});
