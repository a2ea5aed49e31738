import type { Baseline } from '../../domain/baseline.ts';
import type { Checked } from '../../domain/problem.ts';
import { listRuns } from '../../store/list-runs.ts';
import { runRows } from '../run-rows.ts';
import { chooseArms } from './choose-arms.ts';
import type { DiffSide, SideArm } from './diff-side.ts';
import { readBaselines } from './read-baselines.ts';
import type { SidePlace } from './side-place.ts';
import type { SideReference } from './side-reference.ts';

type RowsOf = (run: string) => Pick<SideArm, 'rows'>;

/** Baselines as a side. The outputs behind them are known while the runs that they were made of are on disk. */
export async function readBaselineSide(
  ref: Exclude<SideReference, { kind: 'run' }>,
  { root, world, suite }: SidePlace,
): Promise<Checked<DiffSide>> {
  const read = await readBaselines(ref.source, { root, from: world.folder });
  if (!read.value) return { value: undefined, problems: read.problems };
  const { label, baselines } = read.value;
  const runs = await listRuns(root);
  const rowsOf = (id: string) => (runs.includes(id) ? { rows: runRows(root, id, world) } : {});
  const wanted = baselines.filter((one) => suite === undefined || one.suite === suite);
  const arms = wanted.flatMap((baseline) =>
    toArms(baseline, ref.kind === 'git' ? [ref.revision] : [], rowsOf),
  );
  const chosen = chooseArms(arms, ref.parts, label);
  if (!chosen.value) return { value: undefined, problems: chosen.problems };
  const { reference } = ref;
  const suites = baselines.map((one) => one.suite);
  return { value: { label, reference, suites, arms: chosen.value }, problems: [] };
}

function toArms({ suite, lanes }: Baseline, revisions: readonly string[], rowsOf: RowsOf): SideArm[] {
  return lanes.map(({ accepted, aa, ...results }) => ({
    ...{ suite, arm: results.arm, results, accepted, run: accepted.run },
    ...(aa === undefined ? {} : { discordance: aa.discordance }),
    commits: [...(accepted.commit === undefined ? [] : [accepted.commit]), ...revisions],
    ...rowsOf(accepted.run),
  }));
}
