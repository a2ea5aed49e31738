import { resultsFold } from '../../analyze/results-fold.ts';
import type { Checked } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunArm, RunSuite } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { findRun } from '../../store/find-run.ts';
import { listRuns } from '../../store/list-runs.ts';
import { closest } from '../../text/closest.ts';
import { storedEvidence } from '../evidence/stored-evidence.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { chooseArms } from './choose-arms.ts';
import type { DiffSide, NamedArm, SideArm } from './diff-side.ts';
import type { SidePlace } from './side-place.ts';
import type { SideReference } from './side-reference.ts';

type PlannedArm = NamedArm & { planned: RunSuite };
type Rows = () => AsyncIterable<TrialRow>;

/** A run as a side: its rows are folded into results, once for all of its arms that are meant. */
export async function readRunSide(
  ref: Extract<SideReference, { kind: 'run' }>,
  { root, world, suite }: SidePlace,
): Promise<Checked<DiffSide>> {
  const run = await find(ref, root);
  if (!run.value) return { value: undefined, problems: run.problems };
  const { id } = run.value;
  const label = `run ${id}`;
  const chosen = chooseArms(toArms(run.value, suite), ref.parts, label);
  if (!chosen.value) return { value: undefined, problems: chosen.problems };
  const rows = runRows(root, id, world);
  const evidence = await readable(() => storedEvidence(root, run.value!), world);
  const arms = (await fold(chosen.value, run.value, rows)).map((one) => ({
    ...one,
    ...(evidence ? { evidence } : {}),
  }));
  const suites = run.value.suites.map(({ name }) => name);
  return { value: { label, reference: ref.reference, suites, arms }, problems: [] };
}

/** Where what was asked beside a run cannot be read its numbers stand: flips are only not told from noise. */
async function readable<T>(read: () => Promise<T>, world: World): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await printProblems(
      error.problems.map((problem) => ({ ...problem, severity: 'warning' })),
      world,
    );
    return undefined;
  }
}

/** One that is no run may be a model of the last one, typed without it. */
async function find({ run: wanted }: { run: string }, root: string): Promise<Checked<Run>> {
  const found = await findReadableRun(root, wanted, 'diff');
  const isUnknown = found.problems.some(({ code }) => code === 'unknown-run');
  const ids = await listRuns(root);
  if (!isUnknown || ids.length === 0) return found;
  const latest = (await findRun(root)).value;
  const names = latest ? toArms(latest).flatMap(({ arm }) => [arm.model, arm.prompt ?? arm.model]) : [];
  const suggestion = names.includes(wanted) ? `latest#${wanted}` : closest(wanted, ['baseline', ...ids]);
  return { value: undefined, problems: [problems.unknownSide({ wanted, suggestion })] };
}

function toArms({ suites }: Run, only?: string): PlannedArm[] {
  const wanted = suites.filter(({ name }) => only === undefined || name === only);
  return wanted.flatMap((planned) =>
    planned.arms.map((arm: RunArm) => ({ suite: planned.name, arm, planned })),
  );
}

const keyOf = (suite: string, arm: string) => JSON.stringify([suite, arm]);

async function fold(
  chosen: readonly PlannedArm[],
  { id, git, regrades }: Run,
  rows: Rows,
): Promise<SideArm[]> {
  const folds = new Map(
    chosen.map((one) => [
      keyOf(one.suite, one.arm.id),
      { one, asked: 0, results: resultsFold(one.planned, one.arm) },
    ]),
  );
  for await (const row of rows()) {
    const its = folds.get(keyOf(row.suite, row.arm));
    its?.results.add(row);
    if (its) its.asked += 1;
  }
  return [...folds.values()].map(({ one, asked, results }) => ({
    ...{ ...one, results: results.end(), run: regrades ?? id, rows, commits: git ? [git.commit] : [] },
    unseen: Math.max(0, one.planned.cases - results.seen()),
    observed: results.observed(),
    variants: results.variants(),
    unasked: Math.max(0, one.planned.cases * one.planned.repeat - asked),
  }));
}
