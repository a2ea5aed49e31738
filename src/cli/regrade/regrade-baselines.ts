import type { Run } from '../../domain/run.ts';
import type { Used } from '../../execute/budget.ts';
import { modelsOf } from '../../plan/models-of.ts';
import { listRuns } from '../../store/list-runs.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { count } from '../../text/count.ts';
import type { Project } from '../open-project.ts';
import type { World } from '../world.ts';
import { type LaneToRegrade, lanesToRegrade } from './lanes-to-regrade.ts';
import { type GradingManner, openGrading } from './open-grading.ts';
import { type RegradedResults, regradeResults, type StoredResults } from './regrade-results.ts';
import { storedLane } from './stored-lane.ts';
import { today } from './today.ts';
import { whyStopped } from './why-stopped.ts';
import { withRegraded } from './with-regraded.ts';

/** What a run is held against, graded as the run itself is, and what that took of its budget. */
export type RegradedBaselines = { evidence: GrowingEvidence; used?: Used };

type Around = Omit<GradingManner, 'seed' | 'baselines' | 'what'>;

/**
 * Where graders have changed since a baseline was accepted, the answers of its run are graded again, so that both sides
 * are graded alike; where that run is not on disk, the lane says so. It belongs to what is fixed before the run begins:
 * stopped before its end, there is no run, and it throws a `Refusal`.
 */
export async function regradeBaselines(
  project: Project,
  { header, evidence }: { header: Run; evidence: GrowingEvidence },
  manner: Around,
  world: World,
): Promise<RegradedBaselines> {
  const { root, plan } = project;
  const lanes = await lanesToRegrade(plan.suites, header, evidence);
  if (lanes.length === 0) return { evidence };
  const names = new Set(lanes.map(({ suite }) => suite));
  const planned = plan.suites.filter(({ suite }) => names.has(suite.name));
  const judges = modelsOf({ suites: planned.map(({ suite }) => ({ suite, arms: [] })) });
  const arms = lanes.map(({ suite, lane }) => ({ suite, arm: lane.arm, commit: lane.accepted.commit }));
  const cases = lanes.reduce((sum, { wanted }) => sum + wanted.size, 0);
  const what = `grading ${count(cases, 'case')} of the baseline again`;
  const around = { ...manner, seed: header.seed, baselines: evidence.baselines, what };
  const graders = await openGrading(project, judges, around, world);
  try {
    const runs = await listRuns(root);
    const stored = lanes.map(({ suite, lane }) => storedLane(root, suite, lane, runs));
    const known = await today(root, planned, arms);
    const results = await gradeAll(stored, lanes, { ...graders.world, today: known });
    await whyStopped(graders, cases, manner.tape);
    const news = new Map(lanes.map(({ lane }, at) => [lane, results[at]!]));
    const baselines = withRegraded(evidence.baselines, news);
    return { evidence: { ...evidence, baselines }, used: graders.used() };
  } finally {
    await graders.close();
  }
}

/** One lane after the other: each reads the journal of its own run. */
async function gradeAll(
  stored: readonly StoredResults[],
  lanes: readonly LaneToRegrade[],
  regrader: Parameters<typeof regradeResults>[2],
): Promise<RegradedResults[]> {
  const results: RegradedResults[] = [];
  for (const [at, one] of stored.entries())
    results.push(await regradeResults(one, lanes[at]!.wanted, regrader));
  return results;
}
