import { type CriticalScores, criticalScores } from '../../analyze/early/critical-scores.ts';
import { earlyArm } from '../../analyze/early/early-arm.ts';
import { reachOptions } from '../../analyze/reach/reach-options.ts';
import type { BaselineLane } from '../../domain/baseline.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import type { Plan } from '../../plan/plan.ts';
import { reordered } from '../../plan/reordered.ts';
import { skipping } from '../../plan/skipping.ts';
import { type LookedArm, type Looks, looks } from './looks.ts';
import { type OrderedCase, orderedCases } from './ordered-cases.ts';
import { toEarlyCase } from './to-early-case.ts';

/** A run that may end early: its plan in the order that was fixed, and who looks at it. */
export type OpenLooks = { plan: Plan; looks: Looks };

type Ready = { suite: RunSuite; cases: readonly OrderedCase[]; scores: CriticalScores };

function toLooked(arm: string, { results, ready }: { results: BaselineLane; ready: Ready }): LookedArm {
  const { suite, cases, scores } = ready;
  const { gate, repeat, quarantine = [] } = suite;
  const { margin, alpha } = reachOptions(gate);
  const then = new Map(results.cases.map((one) => [one.id, one]));
  const quarantined = new Set(quarantine.map((one) => one.case));
  const early = cases.map((one) => toEarlyCase(one, then.get(one.id), quarantined.has(one.id)));
  const plan = { cases: early, repeat, gate, margin, alpha, scores };
  return { suite: suite.name, arm, planned: cases.length * repeat, early: earlyArm(plan) };
}

/** Where the baseline weighs or groups a case otherwise, which is what counts at the end, no order that is made of today's holds. */
const isAsBefore = ({ cases }: Ready, then: BaselineLane) => {
  const known = new Map(then.cases.map((one) => [one.id, one]));
  return cases.every(({ id, weight, group }) => {
    const one = known.get(id);
    return !one || (one.weight === weight && one.group === group);
  });
};

/**
 * Puts the cases of the suites that may end early into their order, and looks at each arm that has a baseline. Undefined
 * where the header names none. Reads all cases; rejects when one cannot be read.
 */
export async function openLooks(
  plan: Plan,
  header: Run,
  { baselines }: Pick<Evidence, 'baselines'>,
  redact: (text: string) => string,
): Promise<OpenLooks | undefined> {
  const orders = new Map<string, Uint32Array>();
  const arms: LookedArm[] = [];
  const scores = criticalScores();
  for (const suite of header.suites) {
    const planned = plan.suites.find((one) => redact(one.suite.name) === suite.name);
    if (!suite.stopEarly || !planned) continue;
    const cases = await orderedCases(planned, suite.stopEarly.key);
    orders.set(
      planned.suite.name,
      Uint32Array.from(cases, ({ index }) => index),
    );
    for (const { id, lane } of suite.arms) {
      const results = baselines.get(suite.name)?.lanes.find((one) => one.arm.lane === lane);
      const ready = { suite, cases, scores };
      if (results && isAsBefore(ready, results)) arms.push(toLooked(id, { results, ready }));
    }
  }
  if (orders.size === 0) return undefined;
  const watch = looks(arms, redact);
  return { plan: skipping(reordered(plan, orders), watch.isDecided), looks: watch };
}
