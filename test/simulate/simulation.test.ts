import { expect, test, vi } from 'vitest';
import { exact } from './exact.ts';
import { find, isAtMargin } from './find.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

// Long only where the machine is shared.
vi.setConfig({ testTimeout: 120_000 });

const seed = 20_261_121;
const worldsOf = (table: string) =>
  scenarios.flatMap(({ worlds }) => worlds.filter((world) => world.table === table));

/** Every so many of the worlds, so that a few of each kind are looked at. */
const some = (worlds: readonly Scenario[], every: number) => worlds.filter((_, index) => index % every === 0);

const shown = ({ scenario, wrong, runs }: ReturnType<typeof find>) =>
  `${scenario.name} at ${scenario.truth}: wrong in ${(wrong * 100).toFixed(2)} % of ${runs}`;

test('one answer against one: wrong in no more than 5 %, and right as often as was planned', () => {
  for (const world of some(exact, 5)) {
    const found = find(world, { runs: 2000, seed });
    expect(found.isBroken, shown(found)).toBe(false);
    const right = isAtMargin(world) ? found.fail : found.pass;
    const slack = 3 * Math.sqrt(0.25 / found.runs);
    expect(Math.abs(right - world.planned!), `${shown(found)}, right ${right}`).toBeLessThan(0.02 + slack);
  }
});

test.each([
  { table: 'Flaky cases, repeats of the baseline and of the candidate', every: 13, runs: 150 },
  { table: 'Groups', every: 4, runs: 100, of: '60 groups' },
  { table: 'Weights', every: 7, runs: 200 },
  { table: 'Missing outcomes, judged both ways', every: 5, runs: 100 },
  { table: 'Protected slices', every: 3, runs: 50 },
  { table: 'Through a judge, at J times the margin', every: 5, runs: 100 },
])('$table: wrong in no more than what is promised', ({ table, every, runs, of = '' }) => {
  const named = worldsOf(table).filter(({ name }) => name.startsWith(of));
  const worlds = some(named, every);
  expect(worlds.length).toBeGreaterThan(1);
  for (const world of worlds) {
    const found = find(world, { runs, seed });
    expect(found.isBroken, shown(found)).toBe(false);
  }
});

test('a gate that passes all is found out', () => {
  const world = exact.find(isAtMargin)!;
  expect(find({ ...world, decide: () => ({ verdict: 'PASS' }) }, { runs: 200, seed }).isBroken).toBe(true);
});

test('the same seed gives the same', () => {
  const world = exact[20]!;
  expect(find(world, { runs: 100, seed })).toEqual(find(world, { runs: 100, seed }));
  expect(find(world, { runs: 1000, seed }).pass).not.toBe(find(world, { runs: 1000, seed: 1 }).pass);
});
