import type { Arm } from '../domain/arm.ts';
import { lots } from './lots.ts';
import type { Plan, PlannedSuite } from './plan.ts';

/** The plan with other arms, as `armsOf` says for each suite. */
export function withArms(plan: Plan, armsOf: (planned: PlannedSuite) => Arm[]): Plan {
  const suites = plan.suites.map((planned) => ({ ...planned, arms: armsOf(planned) }));
  const total = suites.reduce(
    (sum, { suite, arms, order }) => sum + arms.length * order.length * suite.repeat,
    0,
  );
  return { ...plan, suites, total, lots: (isMine) => lots(suites, isMine) };
}
