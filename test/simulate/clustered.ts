import type { GatePair } from '../../src/analyze/gate/gate-pair.ts';
import type { Draws } from './draws.ts';
import { flakyCase } from './flaky.ts';
import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const sizes = {
  'of five': () => 5,
  'of ten': () => 10,
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
    ...{ margin, truth: gained - lost, promise: gained < lost ? 0.09 : 0.05 },
    draw: (draws) => Array.from({ length: groups }, (_, at) => drawGroup(draws, world, `${at}`)).flat(),
  });
}

/** As many groups as the evidence floor asks for, in each of their sizes. */
const kinds: readonly Pick<World, 'groups' | 'margin' | 'size' | 'icc'>[] = [
  ...[0, 0.3, 0.6].flatMap((icc) => [
    { groups: 120, margin: 0.05, size: 'of five' as const, icc },
    { groups: 120, margin: 0.05, size: 'of uneven size' as const, icc },
    { groups: 200, margin: 0.05, size: 'of very uneven size' as const, icc },
    { groups: 60, margin: 0.1, size: 'of five' as const, icc },
    { groups: 60, margin: 0.1, size: 'of uneven size' as const, icc },
  ]),
  { groups: 120, margin: 0.05, size: 'of ten', icc: 0.3 },
];

const fewGroups = [6, 12, 30].map((groups) => ({
  groups,
  margin: 0.05,
  size: 'of uneven size' as const,
  icc: 0.3,
}));

const repeated = [3, 1] as const satisfies readonly [number, number];

export const clustered: Scenario[] = [
  ...kinds.flatMap((world) => [
    scenario({ ...world, lost: 0.04, gained: 0.04 }),
    scenario({ ...world, lost: world.margin, gained: 0 }),
    scenario({ ...world, lost: world.margin + 0.05, gained: 0.05 }),
  ]),
  ...fewGroups.map((world) => scenario({ ...world, lost: 0.05, gained: 0.05 })),
  ...([undefined, 'some break'] as const).map((harm) =>
    judged({
      table: 'Groups',
      name: `100 groups of three, 3 against 1, a fifth is flaky${harm ? `, ${harm}` : ''}`,
      ...{ margin: 0.05, truth: harm ? -0.05 : 0, promise: harm ? 0.07 : 0.05 },
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
