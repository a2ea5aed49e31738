import { criticalScores } from '../../../src/analyze/early/critical-scores.ts';
import { earlyArm } from '../../../src/analyze/early/early-arm.ts';
import type { EarlyCase } from '../../../src/analyze/early/early-case.ts';
import type { EarlyPlan } from '../../../src/analyze/early/early-plan.ts';

export const scores = criticalScores();

/** A case whose baseline passed once of once, with everything that a test does not care about. */
export const makeCase = (more: Partial<EarlyCase> & { id: string }): EarlyCase => ({
  weight: 1,
  tags: [],
  baseline: { passed: 1, of: 1, open: 0 },
  isCounted: true,
  ...more,
});

/** A margin of 5 points at 95 %. */
export const makePlan = (cases: readonly EarlyCase[], more: Partial<EarlyPlan> = {}): EarlyPlan => ({
  cases,
  repeat: 1,
  gate: { slices: [], confidence: 0.95 },
  margin: 0.05,
  alpha: 0.05,
  scores,
  ...more,
});

/** So many cases of which those at the given numbers (from 0) are as `what` says. */
export const makeCases = (count: number, what: (index: number) => Partial<EarlyCase> = () => ({})) =>
  Array.from({ length: count }, (_, index) => makeCase({ id: `c${index}`, ...what(index) }));

type Status = 'passed' | 'failed' | 'errored';

/** The arm after the answers came in the given order of the numbers, and how many it took. */
export function ask(
  plan: EarlyPlan,
  statusOf: (index: number, repeat: number) => Status,
  order: readonly number[] = plan.cases.map((_, index) => index),
) {
  const arm = earlyArm(plan);
  let asked = 0;
  for (const index of order) {
    if (arm.isDecided()) break;
    for (let repeat = 1; repeat <= plan.repeat; repeat++)
      arm.add({ case: plan.cases[index]!.id, repeat, status: statusOf(index, repeat) });
    asked += 1;
  }
  return { ...arm.end(), asked };
}
