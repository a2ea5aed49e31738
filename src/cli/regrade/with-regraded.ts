import type { Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { RegradedResults } from './regrade-results.ts';

/** What differed by chance was measured by the old graders, and says nothing of the new ones. */
function toLane(lane: BaselineLane, { cases, regraded }: RegradedResults): BaselineLane {
  const { aa: _, ...kept } = lane;
  return regraded.cases > 0 ? { ...kept, cases, regraded } : { ...lane, regraded };
}

/** Baselines with the lanes that were graded again in their places. */
export function withRegraded(
  baselines: ReadonlyMap<string, Baseline>,
  news: ReadonlyMap<BaselineLane, RegradedResults>,
): Map<string, Baseline> {
  const toBaseline = (one: Baseline): Baseline => ({
    ...one,
    lanes: one.lanes.map((lane) => {
      const again = news.get(lane);
      return again ? toLane(lane, again) : lane;
    }),
  });
  return new Map([...baselines].map(([suite, one]) => [suite, toBaseline(one)]));
}
