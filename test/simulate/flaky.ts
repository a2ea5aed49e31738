import type { GatePair } from '../../src/analyze/gate/gate-pair.ts';
import type { Draws } from './draws.ts';
import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

/** How likely cases pass, with the mean of it. */
const profiles = {
  'a fifth is flaky': {
    mean: 0.7 + 0.2 * 0.575,
    chance: ({ uniform }: Draws) => {
      const at = uniform();
      return at < 0.7 ? 1 : at < 0.8 ? 0 : 0.2 + 0.75 * uniform();
    },
  },
  'all are flaky': { mean: 0.75, chance: ({ uniform }: Draws) => 0.5 + 0.5 * uniform() },
  'hard ones are flaky': {
    mean: 0.5 + 0.5 * 0.1,
    chance: ({ uniform }: Draws) => (uniform() < 0.5 ? 1 : 0.2 * uniform()),
  },
};

/** How a candidate gets worse: some cases never pass again, or each passes less often. */
const harms = {
  'some break': (p: number, share: number, { uniform }: Draws) => (uniform() < share ? 0 : p),
  'all slip': (p: number, share: number) => p * (1 - share),
};

type World = {
  cases: number;
  repeats: readonly [baseline: number, candidate: number];
  profile: keyof typeof profiles;
  harm?: keyof typeof harms;
};

/** A case by its chances, asked so often on each side. */
export function flakyCase(
  draws: Draws,
  { repeats: [r, s], profile, harm }: Omit<World, 'cases'>,
  margin: number,
  group?: string,
): GatePair {
  const { mean, chance } = profiles[profile];
  const before = chance(draws);
  const after = harm ? harms[harm](before, margin / mean, draws) : before;
  const passed = [draws.binomial(r, before), draws.binomial(s, after)] as const;
  return oneCase(passed, { of: [r, s], ...(group === undefined ? {} : { group }) });
}

function scenario(world: World): Scenario {
  const { cases, repeats, profile, harm } = world;
  const margin = 0.05;
  const isSingle = repeats[0] === 1 && repeats[1] === 1;
  return judged({
    table: 'Flaky cases, repeats of the baseline and of the candidate',
    name: `${cases} cases, ${repeats.join(' against ')}, ${[profile, ...(harm ? [harm] : [])].join(', ')}`,
    ...{ margin, truth: harm ? -margin : 0, promise: isSingle || !harm ? 0.05 : 0.07 },
    draw: (draws) => Array.from({ length: cases }, () => flakyCase(draws, world, margin)),
  });
}

export const flaky: Scenario[] = [30, 100, 200].flatMap((cases) =>
  (
    [
      [1, 1],
      [3, 1],
      [5, 1],
      [3, 3],
    ] as const
  ).flatMap((repeats) =>
    (Object.keys(profiles) as (keyof typeof profiles)[]).flatMap((profile) => [
      scenario({ cases, repeats, profile }),
      scenario({ cases, repeats, profile, harm: 'some break' }),
      scenario({ cases, repeats, profile, harm: 'all slip' }),
    ]),
  ),
);
