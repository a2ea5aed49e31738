import { expect, test, vi } from 'vitest';
import { earlyErrors, savings } from './early.ts';
import { find } from './find.ts';

vi.setConfig({ testTimeout: 120_000 });

const seed = 20_261_121;

/** Section 3 of the design: saved percent, and the chance of the right verdict; made by another program. */
const designed: readonly [saved: number, right: number][] = [
  [1, 0.79], [2, 0.6], [2, 0.39], [7, 0.73], [16, 0.93], [52, 1], [74, 1],
  [22, 0.98], [15, 0.9], [8, 0.65], [25, 0.96], [50, 1], [76, 1], [87, 1],
  [56, 1], [43, 1], [21, 0.91], [55, 1], [74, 1], [88, 1], [93, 1],
]; // biome-ignore format: a table, 100, 200 and 400 cases

/** The savings of single runs scatter by no more than this. */
const spread = 0.3;

test.each(savings.map((world, at) => ({ world, name: world.name, truth: world.truth, at })))(
  '$name at $truth: saves and decides as designed',
  ({ world, at }) => {
    const runs = at < 14 ? 120 : 50;
    const [saved, right] = designed[at]!;
    const found = find(world, { runs, seed });
    expect(found.isBroken).toBe(false);
    expect(Math.abs(1 - found.asked - saved / 100)).toBeLessThan(0.015 + (3 * spread) / Math.sqrt(runs));
    const seen = world.truth < 0 ? found.fail : found.pass;
    const slack = 3 * Math.sqrt(Math.max(0.01, right * (1 - right)) / runs);
    expect(Math.abs(seen - right)).toBeLessThan(0.015 + slack);
  },
);

test('wrong in no more than what is promised', () => {
  for (const world of earlyErrors.filter((_, index) => index % 3 === 0)) {
    const { isBroken, wrong } = find(world, { runs: 80, seed });
    expect(isBroken, `${world.name} at ${world.truth}: ${wrong}`).toBe(false);
  }
});
