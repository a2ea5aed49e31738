import { expect, test } from 'vitest';
import { chanceDiscordance } from '../../../src/analyze/reach/chance-discordance.ts';
import { makeReachLane } from './make-reach.ts';

test('what was measured goes before what the repeats tell', () => {
  const aa = { at: '', run: '', pairs: 100, discordance: 0.07 };
  expect(chanceDiscordance(makeReachLane([[1, 3]], { aa }))).toBe(0.07);
});

// Of the n(n-1)/2 pairs of repeats k(n-k) differ: 2 of 3, 3 of 6, 0 of 3.
test.each<[tallies: [number, number][], wanted: number | undefined]>([
  [[[2, 3]], 2 / 3],
  [[[1, 3], [3, 3]], 1 / 3],
  [[[1, 4]], 3 / 6],
  [[[0, 3], [3, 3]], 0],
  [[[1, 1], [0, 1]], undefined],
  [[[1, 1], [1, 2]], 1],
  [[[0, 0], [1, 2]], 1],
  [[], undefined],
])('%j: %d', (tallies, wanted) => {
  const told = chanceDiscordance(makeReachLane(tallies));
  if (wanted === undefined) expect(told).toBeUndefined();
  else expect(told).toBeCloseTo(wanted, 12);
}); // biome-ignore format: a table

test('a model that always answers alike differs from itself never, but its fallback may', () => {
  const lane = makeReachLane([[1, 1]]);
  const steady = { ...lane.arm, deterministic: true };
  expect(chanceDiscordance({ ...lane, arm: steady })).toBe(0);
  expect(chanceDiscordance({ ...lane, arm: { ...steady, fallback: ['x'] } })).toBeUndefined();
});
