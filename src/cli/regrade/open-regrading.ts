import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { listRuns } from '../../store/list-runs.ts';
import { runHolder } from '../../store/run-holder.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { openProject, type Project } from '../open-project.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** A stored run, and its suites as they are today. Its plan names no model under test: none of them is ever opened. */
export type Regrading = { before: Run; project: Project };

/**
 * Finds the run and loads the suites that it had and that are there still, whole: which cases of them have answers, the
 * rows tell. Of a run that grades another one again, that other one is meant, where it is on disk. Throws a `Refusal`.
 */
export async function openRegrading(
  wanted: string | undefined,
  judge: string | undefined,
  world: World,
): Promise<Regrading> {
  const root = await findRoot(world.folder);
  const before = await findSource(root, wanted);
  const holder = await runHolder(root, before.id);
  if (holder) throw new Refusal([problems.runHeld({ id: before.id, ...holder })]);
  const suites = await filesOf(before, root);
  if (suites.length === 0) {
    const names = before.suites.map(({ name }) => `"${name}"`).join(', ');
    throw new Refusal([
      problems.nothingToRegrade({ id: before.id, why: `there is no suite ${names} any more` }),
    ]);
  }
  const { seed } = before;
  const project = await openProject(
    { suites, seed, ...(judge ? { judge } : {}) },
    { ...world, folder: root },
  );
  return { before, project: withoutModels(project) };
}

async function findSource(root: string, wanted: string | undefined): Promise<Run> {
  const found = await findReadableRun(root, wanted, 'regrade');
  if (!found.value) throw new Refusal(found.problems);
  const { regrades } = found.value;
  if (regrades === undefined || !(await listRuns(root)).includes(regrades)) return found.value;
  return findSource(root, regrades);
}

/** A suite is told by its name; a file that cannot be read has none, and is loaded to say why. */
async function filesOf({ suites }: Run, root: string): Promise<string[]> {
  const files = (await findSuites([], root, root)).value ?? [];
  return suites.flatMap(({ name, file }) => {
    const today = files.find((one) => one.name === name);
    if (today) return [today.file];
    return files.some((one) => one.file === file) || !existsSync(join(root, file)) ? [] : [file];
  });
}

const withoutModels = (project: Project): Project => {
  const { plan } = project;
  const suites = plan.suites.map(({ suite, order }) => ({ suite, order, arms: [] }));
  return { ...project, plan: { ...plan, suites, total: 0, *lots() {} } };
};
