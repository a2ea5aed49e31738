import { expect, test } from 'vitest';
import { reachableTests } from '../../src/stats/reachable-tests.ts';

/** R 4.2: function(K, R) sum(sapply(1:K, function(j) sum(choose(j - 1, 0:(R - 1))))) */
test.each([
  [10, 1, 10],
  [10, 2, 55],
  [20, 3, 1350],
  [5, 1, 5],
  [1, 1, 1],
  [3, 5, 7],
  [50, 2, 1275],
])('%d looks and %d promotions: %d tests', (looks, promotions, tests) => {
  expect(reachableTests(looks, promotions)).toBe(tests);
});

/** All strings of NOT-PASS and PASS that a writer can have seen before a test that still counts. */
function walked(looks: number, promotions: number): number {
  if (looks === 0 || promotions === 0) return 0;
  return 1 + walked(looks - 1, promotions) + walked(looks - 1, promotions - 1);
}

test.each([
  [4, 1],
  [6, 2],
  [7, 3],
  [5, 9],
])('%d looks and %d promotions: as many as there are ways to get to one', (looks, promotions) => {
  expect(reachableTests(looks, promotions)).toBe(walked(looks, promotions));
});

test.each([
  [0, 1],
  [10, 0],
  [2.5, 1],
])('%d looks, %d promotions are none', (looks, promotions) => {
  expect(() => reachableTests(looks, promotions)).toThrow(RangeError);
});
