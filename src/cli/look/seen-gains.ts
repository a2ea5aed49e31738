import { gainOf } from '../../analyze/holdout/gain-of.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunArm, RunSuite, SeenGain } from '../../domain/run.ts';
import { findRun } from '../../store/find-run.ts';
import { listRuns } from '../../store/list-runs.ts';
import { asksTheSame } from '../canary/asks-the-same.ts';
import { storedEvidence } from '../evidence/stored-evidence.ts';
import { openRun } from '../open-run.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { SuiteReferences } from './find-references.ts';

type Sought = { suite: string; arm: RunArm; baseline: RunArm };

/**
 * What the arms of a suite gained over their baselines on the cases that anyone can see: of each by the newest run on disk
 * that asked the same of all of them, held against the same baseline. Throws a `Refusal` where there is none.
 */
export async function seenGains(
  root: string,
  { name, arms }: RunSuite,
  { references, unchanged }: SuiteReferences,
  world: World,
): Promise<SeenGain[]> {
  const sought = arms.flatMap((arm): Sought[] => {
    const own = references.find(({ noted }) => noted.lane === arm.lane);
    return own && !unchanged.includes(arm.id) ? [{ suite: name, arm, baseline: own.noted }] : [];
  });
  if (sought.length === 0) throw new Refusal([problems.overfitIdle({ suite: name })]);
  const ids = (await listRuns(root)).reverse();
  const gains: SeenGain[] = [];
  for (const one of sought) {
    const gain = await newest(root, ids, one, world);
    if (!gain) throw new Refusal([problems.overfitWithoutRun({ suite: name, arm: one.arm.id })]);
    gains.push(gain);
  }
  return gains;
}

async function newest(
  root: string,
  ids: readonly string[],
  sought: Sought,
  world: World,
): Promise<SeenGain | undefined> {
  for (const id of ids) {
    const { value: run } = await findRun(root, id);
    const arm = run && armIn(run, sought);
    if (!run || !arm || !(await hasBaseline(root, run, sought))) continue;
    const { summary } = await openRun(id, world);
    const { comparison } = summary.suites
      .find(({ suite }) => suite === sought.suite)!
      .arms.find((one) => one.arm === arm.id)!;
    const gain = comparison && comparison.stale === undefined ? gainOf(comparison) : undefined;
    if (gain && summary.missing === 0) return { lane: arm.lane, run: id, ...gain };
  }
  return undefined;
}

/** An arm that asked the same of all cases of the suite that anyone can see. */
function armIn({ suites, selection }: Run, { suite, arm }: Sought): RunArm | undefined {
  const own = suites.find(({ name }) => name === suite);
  const isWhole = own && !own.holdout && own.cases === own.casesInSuite && !own.stopEarly;
  if (!isWhole || Object.keys(selection).length > 0) return undefined;
  return own.arms.find((one) => one.lane === arm.lane && asksTheSame(one, arm));
}

async function hasBaseline(root: string, run: Run, { suite, baseline }: Sought): Promise<boolean> {
  const { baselines } = await storedEvidence(root, run);
  const lane = baselines.get(suite)?.lanes.find(({ arm }) => arm.lane === baseline.lane);
  return lane !== undefined && asksTheSame(lane.arm, baseline);
}
