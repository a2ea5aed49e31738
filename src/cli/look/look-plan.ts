import type { Plan } from '../../plan/plan.ts';
import { withArms } from '../../plan/with-arms.ts';
import type { PlannedLook } from './planned-look.ts';

/**
 * The plan of a run of holdouts: each baseline is asked with the arms of its lane, in turns with them. Of a sealed set what
 * was told before, and what is as its baseline, is not asked.
 */
export function lookPlan(plan: Plan, looks: readonly PlannedLook[], isSealed: boolean): Plan {
  const bySuite = new Map(plan.suites.map((planned, index) => [planned, looks[index]!]));
  return withArms(plan, (planned) => {
    const { way, references, isUnfit } = bySuite.get(planned)!;
    if (way !== 'asked' || isUnfit) return [];
    const own = isSealed ? planned.arms.filter(({ id }) => !references.unchanged.includes(id)) : planned.arms;
    return [...own, ...references.references.map(({ arm }) => arm)];
  });
}
