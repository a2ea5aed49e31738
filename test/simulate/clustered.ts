import type { GatePair } from '../../src/analyze/gate/gate-pair.ts';
import type { Draws } from './draws.ts';
import { flakyCase } from './flaky.ts';
import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const sizes = {
  'of five': () => 5,
  'of twenty': () => 20,
  'of uneven size': ({ gaussian }: Draws) => Math.max(1, Math.round(4 * Math.exp(0.7 * gaussian()))),
  'of very uneven size': ({ gaussian }: Draws) => Math.max(1, Math.round(3 * Math.exp(gaussian()))),
};

type World = {
  groups: number;
  size: keyof typeof sizes;
  /** How alike the cases of a group are. */
  icc: number;
  margin: number;
  lost: number;
  gained: number;
};

function drawGroup(draws: Draws, { size, icc, lost, gained }: World, group: string): GatePair[] {
  const losing = draws.beta(lost, icc);
  const gaining = draws.beta(gained / (1 - lost), icc);
  return Array.from({ length: sizes[size](draws) }, () => {
    if (draws.uniform() < losing) return oneCase([1, 0], { group });
    return oneCase(draws.uniform() < gaining ? [0, 1] : [1, 1], { group });
  });
}

function scenario(world: World): Scenario {
  const { groups, size, icc, margin, lost, gained } = world;
  const rates = `${(lost * 100).toFixed(0)} % lost, ${(gained * 100).toFixed(0)} % gained`;
  return judged({
    table: 'Groups',
    name: `${groups} groups ${size}, alike by ${icc}, ${rates}`,
    ...{ margin, truth: gained - lost, promise: 0.09 },
    draw: (draws) => Array.from({ length: groups }, (_, at) => drawGroup(draws, world, `${at}`)).flat(),
  });
}

const kinds: readonly (readonly [keyof typeof sizes, readonly number[]])[] = [
  ['of five', [0, 0.3, 0.6]],
  ['of twenty', [0.3]],
  ['of uneven size', [0, 0.3, 0.6]],
  ['of very uneven size', [0, 0.3, 0.6]],
];

const worlds = [
  { groups: 120, margin: 0.05 },
  { groups: 200, margin: 0.05 },
  { groups: 60, margin: 0.1 },
].flatMap((base) => kinds.flatMap(([size, iccs]) => iccs.map((icc) => ({ ...base, size, icc }))));

const fewGroups = [6, 12, 30].map((groups) => ({
  groups,
  margin: 0.05,
  size: 'of uneven size' as const,
  icc: 0.3,
}));

const repeated = [3, 1] as const satisfies readonly [number, number];

export const clustered: Scenario[] = [
  ...worlds.flatMap((world) => [
    scenario({ ...world, lost: 0.04, gained: 0.04 }),
    scenario({ ...world, lost: world.margin, gained: 0 }),
    scenario({ ...world, lost: world.margin + 0.05, gained: 0.05 }),
  ]),
  ...fewGroups.map((world) => scenario({ ...world, lost: 0.05, gained: 0.05 })),
  ...([undefined, 'some break'] as const).map((harm) =>
    judged({
      table: 'Groups',
      name: `100 groups of three, 3 against 1, a fifth is flaky${harm ? `, ${harm}` : ''}`,
      ...{ margin: 0.05, truth: harm ? -0.05 : 0, promise: 0.07 },
      draw: (draws) =>
        Array.from({ length: 300 }, (_, at) =>
          flakyCase(
            draws,
            { repeats: repeated, profile: 'a fifth is flaky', ...(harm ? { harm } : {}) },
            0.05,
            `${Math.floor(at / 3)}`,
          ),
        ),
    }),
  ),
];
