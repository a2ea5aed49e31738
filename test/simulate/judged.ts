import type { GatePair } from '../../src/analyze/gate/gate-pair.ts';
import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import { type Draws, drawsOf } from './draws.ts';
import type { Scenario } from './scenario.ts';

/** Draws pairs, and asks the gate itself. */
export const judged = ({
  draw,
  slices = [],
  ...scenario
}: Omit<Scenario, 'decide'> & { draw(draws: Draws): GatePair[]; slices?: string[] }): Scenario => ({
  ...scenario,
  decide: (random) => ({
    verdict: judgePairs(draw(drawsOf(random)), { margin: scenario.margin, alpha: 0.05, slices }).verdict,
  }),
});
