import { expect, test } from 'vitest';
import { correctedAgreement } from '../../src/stats/corrected-agreement.ts';
import { tQuantile } from '../../src/stats/t-quantile.ts';

const quantile = (p: number) => tQuantile(p, 99);
const weight = (i: number, j: number) => Number(i === j);
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];
const shares = [0.13, 0.255, 0.615];

// As printed in the vignette of Gwet's irrCAC: `scott2.table` and `bp2.table` of cont3x3abstractors.
test.each([
  [
    "Scott's pi",
    shares.reduce((sum, share) => sum + share * share, 0),
    (i: number, j: number) => shares[i]! + shares[j]!,
    [0.7962397, 0.05905473, 0.679, 0.913],
  ],
  ['Brennan and Prediger', 1 / 3, () => 0, [0.835, 0.04693346, 0.742, 0.928]],
] as const)('%s', (_, chance, slope, [value, se, low, high]) => {
  const found = correctedAgreement(abstractors, { weight, chance, slope, quantile }, 0.95);
  expect(Math.abs((found.value as number) - value)).toBeLessThanOrEqual(0.5000001e-7);
  expect(Math.abs((found.se as number) - se)).toBeLessThanOrEqual(0.5000001e-8);
  expect(Math.abs(found.low - low)).toBeLessThanOrEqual(0.5000001e-3);
  expect(Math.abs(found.high - high)).toBeLessThanOrEqual(0.5000001e-3);
});

test('without cases, or where chance alone agrees always, nothing can be told', () => {
  const nothing = { value: null, low: -1, high: 1, se: null };
  const empty = [
    [0, 0],
    [0, 0],
  ];
  const one = [
    [5, 0],
    [0, 0],
  ];
  expect(correctedAgreement(empty, { weight, chance: 0.5, slope: () => 0, quantile }, 0.95)).toEqual(nothing);
  expect(correctedAgreement(one, { weight, chance: 1, slope: () => 2, quantile }, 0.95)).toEqual(nothing);
});

test('a confidence is between 0 and 1', () => {
  const correction = { weight, chance: 0.5, slope: () => 0, quantile };
  for (const confidence of [0, 1, Number.NaN])
    expect(() => correctedAgreement(abstractors, correction, confidence)).toThrow(RangeError);
});
