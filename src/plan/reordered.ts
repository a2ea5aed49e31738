import { lots } from './lots.ts';
import type { Plan } from './plan.ts';

/** The plan with the cases of the named suites in another order, and each with all its repeats before the next. */
export function reordered(plan: Plan, orders: ReadonlyMap<string, Uint32Array>): Plan {
  const suites = plan.suites.map((planned) => {
    const order = orders.get(planned.suite.name);
    return order ? { ...planned, order, isCaseByCase: true as const } : planned;
  });
  return { ...plan, suites, lots: (isMine) => lots(suites, isMine) };
}
