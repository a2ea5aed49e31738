import type { BaselineLane } from '../../domain/baseline.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { PlannedSuite } from '../../plan/plan.ts';
import { plannedCases } from '../resume/planned-cases.ts';
import { otherwiseGraded } from './otherwise-graded.ts';

/** A lane of a baseline with the cases in it that are graded in another way today. */
export type LaneToRegrade = { suite: string; lane: BaselineLane; wanted: ReadonlySet<string> };

/** As much of a run as tells its lanes. */
type Asked = { suites: readonly { name: string; arms: readonly { lane: string }[] }[] };

/**
 * The lanes that the run is held against and that were graded otherwise. Goes through the cases of the suites that have
 * such lanes, and of no others.
 */
export async function lanesToRegrade(
  planned: readonly PlannedSuite[],
  { suites }: Asked,
  { baselines }: Pick<Evidence, 'baselines'>,
): Promise<LaneToRegrade[]> {
  const held = suites.flatMap(({ name, arms }) =>
    (baselines.get(name)?.lanes ?? [])
      .filter(({ arm }) => arms.some(({ lane }) => lane === arm.lane))
      .map((lane) => ({ suite: name, lane })),
  );
  const names = new Set(held.map(({ suite }) => suite));
  const cases = await plannedCases({ suites: planned.filter(({ suite }) => names.has(suite.name)) });
  return held
    .map((one) => ({ ...one, wanted: otherwiseGraded(one.lane.cases, cases.get(one.suite)) }))
    .filter(({ wanted }) => wanted.size > 0);
}
