import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialMass } from '../../src/stats/binomial-mass.ts';
import { binomialWindow } from '../../src/stats/binomial-window.ts';
import { near } from './near.ts';

const rate = fc.double({ min: 0, max: 1, noNaN: true });
test('it holds the masses one by one, and all that count', () => {
  fc.assert(
    fc.property(fc.nat(3000), rate, (n, p) => {
      const { from, masses } = binomialWindow(n, p);
      expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 11);
      for (const [at, mass] of masses.entries())
        if (mass >= 1e-60) near(mass, binomialMass(from + at, n, p), 1e-9);
      expect(binomialMass(from - 2, n, p)).toBeLessThan(1e-59);
      expect(binomialMass(from + masses.length + 1, n, p)).toBeLessThan(1e-59);
    }),
  );
});

test('what is certain', () => {
  expect(binomialWindow(0, 0.5)).toEqual({ from: 0, masses: [1] });
  expect(binomialWindow(9, 0)).toEqual({ from: 0, masses: [1, 0] });
  expect(binomialWindow(9, 1)).toEqual({ from: 8, masses: [0, 1] });
});
