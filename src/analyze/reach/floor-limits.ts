import type { BaselineLane } from '../../domain/baseline.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { SuiteReach } from './suite-reach.ts';

const mostNamed = 5;
/** Below by less than this is the rounding of a sum, not a shortfall. */
const rounding = 1e-9;

/** Share (0..1) that passed, or the mean score, by weight; undefined where nothing was graded. */
function rateOf({ cases }: BaselineLane, of: 'pass' | 'score'): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const one of cases) {
    const value = of === 'pass' ? one.passed / one.of : one.score;
    if (one.of === 0 || value === null) continue;
    sum += one.weight * value;
    weight += one.weight;
  }
  return weight === 0 ? undefined : sum / weight;
}

function failing({ cases }: BaselineLane): string[] {
  const ids = cases.filter(({ passed, of }) => passed < of).map(({ id }) => id);
  return [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? ['…'] : [])];
}

/** Floors that what was accepted does not reach: such a gate fails before anything is changed. */
export function floorLimits({ suite, gate, arms, lanes }: SuiteReach): Problem[] {
  return (['pass', 'score'] as const).flatMap((of) => {
    const floor = gate.floor?.[of];
    if (floor === undefined) return [];
    return lanes.flatMap((lane) => {
      const rate = rateOf(lane, of);
      const arm = arms.find((one) => one.lane === lane.arm.lane)?.id;
      if (arm === undefined || rate === undefined || rate >= floor / 100 - rounding) return [];
      const ids = of === 'pass' ? failing(lane) : [];
      return [problems.floorOverBaseline({ suite, arm, floor: floor / 100, rate, failing: ids })];
    });
  });
}
