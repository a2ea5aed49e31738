import { expect, test } from 'vitest';
import { redrawnTotals } from '../../../src/reporters/wording/redrawn-totals.ts';
import { makeComparison } from '../make-comparison.ts';

const flipTotals = { losses: 30, gains: 2, redrawn: 16, regressed: 12, flaky: 1, cleared: 2, open: 1 };

test('what was asked again is told, and that a test of a sample does not rest on it', () => {
  expect(redrawnTotals(makeComparison({ flipTotals }))).toEqual([
    '16 of 30 newly failing asked again: 12 regressed, 1 flaky, 2 cleared, 1 open; the tests decide the comparison, not these answers',
  ]);
});

test('where each case counts they decide, and nothing is said', () => {
  const all = { ...flipTotals, losses: 16 };
  expect(redrawnTotals(makeComparison({ flipTotals: all, target: 'suite' }))).toEqual([
    '16 newly failing asked again: 12 regressed, 1 flaky, 2 cleared, 1 open',
  ]);
});

test('nothing asked again, nothing said', () => {
  expect(redrawnTotals(makeComparison())).toEqual([]);
});
