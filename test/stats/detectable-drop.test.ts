import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesToFail } from '../../src/stats/cases-to-fail.ts';
import { detectableDrop } from '../../src/stats/detectable-drop.ts';
import { near } from './near.ts';

// R 4.2: f <- function(psi, d, a = .05, p = .8) ((qnorm(1 - a) * sqrt(psi) + qnorm(p) * sqrt(psi - d^2)) / d)^2
// uniroot(function(d) f(max(psi, d), d) - n, c(1e-6, 1), tol = 1e-14)$root
// To a tenth of a point it is the printed table: >5 3.9 2.5 1.8, 7.8 5.5 3.5 2.5, 11.0 7.8 5.0 3.5.
test.each([
  [0.05, [0.060545469522395971, 0.039109497958208311, 0.024812771704788884, 0.017563645708570483]],
  [0.1, [0.077810969356765944, 0.055309182430101099, 0.0350905582649799, 0.02483874596577634]],
  [0.2, [0.11004132816573585, 0.078218995916416678, 0.049625543409577762, 0.035127291417140959]],
])('a discordance of %d with 100, 200, 500 and 1000 pairs', (discordance, drops) => {
  for (const [index, pairs] of [100, 200, 500, 1000].entries())
    near(detectableDrop(discordance, pairs)!, drops[index]!, 1e-9);
});

test('other levels', () => {
  near(detectableDrop(0.1, 50, { alpha: 0.01, power: 0.9 })!, 0.2374252084980269, 1e-9);
});

test('where nothing can be seen', () => {
  expect(detectableDrop(0.1, 4)).toBeNull();
  expect(detectableDrop(0.1, 0)).toBeNull();
  expect(detectableDrop(0.1, 5)).not.toBeNull();
});

test.each([
  [-0.1, 5],
  [1.1, 5],
  [Number.NaN, 5],
  [0.1, -1],
  [0.1, Number.NaN],
])('it refuses %d and %d', (discordance, pairs) =>
  expect(() => detectableDrop(discordance, pairs)).toThrow(RangeError),
);

test('it is the smallest that is seen', () => {
  const discordance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(discordance, fc.integer({ min: 10, max: 100_000 }), (share, pairs) => {
      const drop = detectableDrop(share, pairs)!;
      expect(casesToFail(Math.max(share, drop), drop)).toBeLessThanOrEqual(pairs);
      const less = drop * (1 - 1e-6);
      expect(casesToFail(Math.max(share, less), less)).toBeGreaterThan(pairs);
    }),
  );
});
