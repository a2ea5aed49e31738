import { expect, test, vi } from 'vitest';
import { find } from './find.ts';
import { gap } from './gap.ts';
import { looked, told } from './looked.ts';

// Long only where the machine is shared.
vi.setConfig({ testTimeout: 120_000 });

const seed = 20_261_121;

test.each(looked.map((world) => ({ world, name: world.name })))(
  '$name: any of ten looks passes what is worse by the margin in no more than 5 %',
  ({ world }) => {
    const { wrong, isBroken } = find(world, { runs: 600, seed });
    expect(isBroken, `wrong in ${(wrong * 100).toFixed(1)} %`).toBe(false);
  },
);

test('a holdout that tells its score is climbed', () => {
  expect(find(told, { runs: 60, seed }).isBroken).toBe(true);
});

test.each(gap.map((world) => ({ world, name: world.name })))(
  'no overfit alarm in 95 of 100: $name',
  ({ world }) => {
    const { wrong, isBroken } = find(world, { runs: 1500, seed });
    expect(isBroken, `wrong in ${(wrong * 100).toFixed(1)} %`).toBe(false);
  },
);
