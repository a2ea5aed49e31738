import { expect, test } from 'vitest';
import { exactNeeds } from '../../../src/analyze/compare/exact-needs.ts';
import { judgePairs } from '../../../src/analyze/gate/judge-pairs.ts';
import { passPower } from '../../../src/stats/pass-power.ts';

const options = { margin: 0.05, alpha: 0.05, slices: [] };
const one = (baseline: number, candidate: number) => ({
  baseline: { passed: baseline, of: 1, open: 0 },
  candidate: { passed: candidate, of: 1, open: 0 },
  weight: 1,
  tags: [],
});
const pairs = (losses: number, gains: number, ties: number) => [
  ...Array.from({ length: losses }, () => one(1, 0)),
  ...Array.from({ length: gains }, () => one(0, 1)),
  ...Array.from({ length: ties }, () => one(1, 1)),
];
const power = (cases: number, discordance: number) =>
  passPower({ pairs: cases, discordance, effect: 0, margin: 0.05, alpha: 0.05 });

test('so many cases as are told do PASS with a chance of 80 %, and as the formula says they do not', () => {
  const judged = judgePairs(pairs(2, 2, 76), options);
  expect(judged.verdict).toBe('INCONCLUSIVE');
  const { casesToPass } = exactNeeds(judged, options).all;
  expect(power(judged.all.casesToPass, 0.05)).toBeLessThan(0.75);
  expect(power(casesToPass, 0.05)).toBeGreaterThanOrEqual(0.8);
});

test('what is known of the noise counts before what these pairs show', () => {
  const judged = judgePairs(pairs(2, 2, 76), options);
  const { casesToPass } = exactNeeds(judged, { ...options, discordance: 0.2 }).all;
  expect(power(casesToPass, 0.2)).toBeGreaterThanOrEqual(0.8);
  expect(casesToPass).toBeGreaterThan(exactNeeds(judged, options).all.casesToPass);
});

test('a verdict needs no more cases', () => {
  const judged = judgePairs(pairs(0, 0, 80), options);
  expect(judged.verdict).toBe('PASS');
  expect(exactNeeds(judged, options)).toBe(judged);
});
