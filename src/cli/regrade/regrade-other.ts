import type { BaselineLane } from '../../domain/baseline.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { listRuns } from '../../store/list-runs.ts';
import type { HeldAgainst } from '../evidence/todays-evidence.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { type QuietRegrader, quietRegrader } from './quiet-regrader.ts';
import type { RegradedResults } from './regrade-results.ts';
import { storedLane } from './stored-lane.ts';
import { withRegraded } from './with-regraded.ts';

/** By suite and case how a run was graded. */
type Graders = ReadonlyMap<string, string>;

const keyOf = (suite: string, id: string) => JSON.stringify([suite, id]);

/**
 * A stored run held against a baseline that was graded in another way: the baseline's answers are graded again, by the
 * graders of today and without a judge. Where the run itself was graded by others than today's, that does not help,
 * which is said.
 */
export async function regradeOther(
  root: string,
  { header, evidence }: HeldAgainst,
  { redact, world }: { redact(text: string): string; world: World },
): Promise<HeldAgainst> {
  const graders = await gradersOf(runRows(root, header.id, world)());
  const lanes = header.suites.flatMap(({ name, arms }) =>
    (evidence.baselines.get(name)?.lanes ?? [])
      .filter(({ arm }) => arms.some(({ lane }) => lane === arm.lane))
      .map((lane) => ({ suite: name, lane, among: gradedApart(name, lane, graders) }))
      .filter(({ among }) => among.size > 0),
  );
  if (lanes.length === 0) return { header, evidence };
  const regrader = quietRegrader(root, world, redact);
  try {
    const runs = await listRuns(root);
    const news = new Map<BaselineLane, RegradedResults>();
    for (const { suite, lane, among } of lanes)
      news.set(lane, await again(regrader, storedLane(root, suite, lane, runs), among, lane));
    return { header, evidence: { ...evidence, baselines: withRegraded(evidence.baselines, news) } };
  } finally {
    await regrader.close();
  }
}

async function gradersOf(rows: AsyncIterable<TrialRow>): Promise<Graders> {
  const graders = new Map<string, string>();
  for await (const { suite, case: id, gradersDigest = '' } of rows)
    graders.set(keyOf(suite, id), gradersDigest);
  return graders;
}

function gradedApart(suite: string, { cases }: BaselineLane, graders: Graders): Set<string> {
  const apart = cases.filter(({ id, graders: own }) => {
    const now = graders.get(keyOf(suite, id)) ?? '';
    return own !== '' && now !== '' && own !== now;
  });
  return new Set(apart.map(({ id }) => id));
}

const none = { passed: 0, of: 0 };

/** It may be graded as today already: then it is the run that is not. */
async function again(
  regrader: QuietRegrader,
  stored: Parameters<QuietRegrader['regrade']>[0],
  among: ReadonlySet<string>,
  { accepted, cases }: BaselineLane,
): Promise<RegradedResults> {
  const found = await regrader.regrade(stored, among, accepted.commit);
  const untouched = { run: accepted.run, cases: 0, answers: 0, before: none, after: none, left: 0 };
  return found ?? { cases, regraded: untouched };
}
