import type { ReachCase } from '../analyze/gate/gate-reach.ts';
import type { SuiteReach } from '../analyze/reach/suite-reach.ts';
import type { Baseline } from '../domain/baseline.ts';
import type { CaseSource } from '../domain/suite.ts';
import type { PlannedSuite } from '../plan/plan.ts';

/** What is known of a suite before anything is asked: its cases are read once more, and only what weighs is kept. */
export async function readReach(
  { suite, arms }: Pick<PlannedSuite, 'suite' | 'arms'>,
  baseline: Baseline | undefined,
): Promise<SuiteReach> {
  const { name, gate, hasGate, cases, repeat } = suite;
  return {
    ...{ suite: name, gate, hasGate, repeat },
    cases: await readCases(cases),
    arms: arms.map(({ id, lane }) => ({ id, lane })),
    lanes: baseline?.lanes ?? [],
  };
}

async function readCases(source: CaseSource): Promise<ReachCase[]> {
  const cases: ReachCase[] = [];
  for (let index = 0; index < source.count; index += 1) {
    const { observe, weight, group, tags } = await source.read(index);
    if (!observe) cases.push({ weight, tags, ...(group === undefined ? {} : { group }) });
  }
  return cases;
}
