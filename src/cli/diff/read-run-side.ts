import { resultsFold } from '../../analyze/results-fold.ts';
import type { Checked } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunArm, RunSuite } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { findRun } from '../../store/find-run.ts';
import { listRuns } from '../../store/list-runs.ts';
import { closest } from '../../text/closest.ts';
import { printProblems } from '../print-problems.ts';
import { runRows } from '../run-rows.ts';
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
  const arms = await fold(chosen.value, run.value, rows);
  await printProblems(
    arms.flatMap((one) => one.unfinished),
    world,
  );
  const { reference } = ref;
  const suites = run.value.suites.map(({ name }) => name);
  const value = { label, reference, suites, arms: arms.map(({ arm }) => arm) };
  return { value, problems: [] };
}

/** One that is no run may be a model of the last one, typed without it. */
async function find({ run: wanted }: { run: string }, root: string): Promise<Checked<Run>> {
  const found = await findRun(root, wanted);
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

async function fold(chosen: readonly PlannedArm[], { id, git }: Run, rows: Rows) {
  const folds = new Map(
    chosen.map((one) => [
      keyOf(one.suite, one.arm.id),
      { one, rows: 0, results: resultsFold(one.planned, one.arm) },
    ]),
  );
  for await (const row of rows()) {
    const its = folds.get(keyOf(row.suite, row.arm));
    its?.results.add(row);
    if (its) its.rows += 1;
  }
  const commits = git ? [git.commit] : [];
  return [...folds.values()].map(({ one, rows: seen, results }) => {
    const unseen = Math.max(0, one.planned.cases - results.seen());
    const arm: SideArm = { ...one, results: results.end(), run: id, rows, unseen, commits };
    return { arm, unfinished: unfinished(one, id, seen) };
  });
}

/** What was not asked has no verdict, and is judged both ways; that it was not is said. */
function unfinished({ suite, arm, planned }: PlannedArm, run: string, seen: number) {
  const all = planned.cases * planned.repeat;
  const open = all - seen;
  return open > 0
    ? [problems.unfinishedSide({ side: `run ${run}`, suite, arm: arm.id, open, planned: all })]
    : [];
}
