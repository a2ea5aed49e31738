import { type CriticalScores, criticalScores } from '../../analyze/early/critical-scores.ts';
import { earlyArm } from '../../analyze/early/early-arm.ts';
import { reachOptions } from '../../analyze/reach/reach-options.ts';
import type { BaselineLane } from '../../domain/baseline.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import type { Plan } from '../../plan/plan.ts';
import { reordered } from '../../plan/reordered.ts';
import { skipping } from '../../plan/skipping.ts';
import { type LookedArm, type Looks, looks } from './looks.ts';
import { type OrderedCase, orderedCases } from './ordered-cases.ts';
import { toEarlyCase } from './to-early-case.ts';

/** A run that may end early: its plan in the order that was fixed, and who looks at it. */
export type OpenLooks = {
  plan: Plan;
  looks: Looks /** Arms that run whole after all. */;
  problems: Problem[];
};

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

type Opened = { arms: LookedArm[]; problems: Problem[] };

/** The arms of one suite that have a baseline; one that cannot be looked at runs whole, which is told. */
function lookAt(ready: Ready, lanes: readonly BaselineLane[]): Opened {
  const { name, arms } = ready.suite;
  const opened: Opened = { arms: [], problems: [] };
  for (const { id, lane } of arms) {
    const results = lanes.find((one) => one.arm.lane === lane);
    if (!results) continue;
    if (isAsBefore(ready, results)) opened.arms.push(toLooked(id, { results, ready }));
    else opened.problems.push(problems.stopEarlyWholeArm({ suite: name, arm: id, why: 'changed' }));
  }
  return opened;
}

/**
 * Puts the cases of the suites that may end early into their order, and looks at each arm that has a baseline. Undefined
 * where the header names none. Reads all cases; rejects when one cannot be read.
 */
export async function openLooks(
  plan: Plan,
  { suites }: Pick<Run, 'suites'>,
  { baselines }: Pick<Evidence, 'baselines'>,
  redact: (text: string) => string,
): Promise<OpenLooks | undefined> {
  const orders = new Map<string, Uint32Array>();
  const opened: Opened[] = [];
  const scores = criticalScores();
  for (const suite of suites) {
    const planned = plan.suites.find((one) => redact(one.suite.name) === suite.name);
    if (!suite.stopEarly || !planned) continue;
    const cases = await orderedCases(planned, suite.stopEarly.key);
    const order = cases.map(({ index }) => index);
    orders.set(planned.suite.name, Uint32Array.from(order));
    opened.push(lookAt({ suite, cases, scores }, baselines.get(suite.name)?.lanes ?? []));
  }
  if (orders.size === 0) return undefined;
  const arms = opened.flatMap((one) => one.arms);
  const watch = looks(arms, redact);
  const told = opened.flatMap((one) => one.problems);
  return { plan: skipping(reordered(plan, orders), watch.isDecided), looks: watch, problems: told };
}
