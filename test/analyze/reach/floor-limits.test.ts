import { expect, test } from 'vitest';
import { floorLimits } from '../../../src/analyze/reach/floor-limits.ts';
import { makeReach, makeReachLane } from './make-reach.ts';

const told = (pass: number, tallies: [number, number][]) =>
  floorLimits(makeReach(tallies.length, { floor: { pass } }, { lanes: [makeReachLane(tallies)] })).map(
    ({ message }) => message,
  );

test('a floor that what was accepted does not reach', () => {
  const [message] = told(100, [[3, 3], [2, 3], [0, 3], [3, 3]]);
  expect(message).toBe(
    'The floor of 100 % of suite "s" is above what its baseline reaches with "p@v4 · fast": 66.7 %. These fail there: c2, c3.',
  );
}); // biome-ignore format: a table

test('one that it reaches is none, to the last digit', () => {
  expect(told(75, [[1, 1], [1, 1], [1, 1], [0, 1]])).toEqual([]);
  expect(told(75.1, [[1, 1], [1, 1], [1, 1], [0, 1]])).toHaveLength(1);
  expect(told(100, [[1, 1], [0, 0]])).toEqual([]);
}); // biome-ignore format: a table

test('more than five failing cases are not all named', () => {
  expect(
    told(
      90,
      Array.from({ length: 9 }, () => [0, 1]),
    )[0],
  ).toContain('c1, c2, c3, c4, c5, ….');
});

test('by weight, as the gate itself counts', () => {
  const lane = makeReachLane([[1, 1], [0, 1]]); // biome-ignore format: a table
  const cases = lane.cases.map((one, index) => ({ ...one, weight: index === 0 ? 9 : 1 }));
  const at = (pass: number) =>
    floorLimits(makeReach(2, { floor: { pass } }, { lanes: [{ ...lane, cases }] }));
  expect([at(90).length, at(91).length]).toEqual([0, 1]);
});

test('the mean score, and a lane that is not asked', () => {
  const lanes = [makeReachLane([[1, 1], [0, 1]])]; // biome-ignore format: a table
  expect(floorLimits(makeReach(2, { floor: { score: 60 } }, { lanes }))[0]?.message).toMatch(/50.0 %\.$/);
  expect(floorLimits(makeReach(2, { floor: { score: 60 } }, { lanes, arms: [] }))).toEqual([]);
});
