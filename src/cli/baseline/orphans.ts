import type { Baseline } from '../../domain/baseline.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { findSuites } from '../../load/find-suites.ts';
import { readPromptLock } from '../../load/read-prompt-lock.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { listBaselines } from '../../store/list-baselines.ts';
import type { Project } from '../open-project.ts';

const folder = 'evals/baselines';

/**
 * Warnings of guards that are gone, as a run that is held against nothing passes: baselines that no suite has (one was
 * renamed), and locked prompt versions that no baseline has (one was removed). Nothing is looked for where suites were named.
 */
export async function orphans({ root, chosen }: Pick<Project, 'root' | 'chosen'>): Promise<Problem[]> {
  if (chosen.suites.length > 0) return [];
  const [{ value: suites = [] }, { value: baselines = [], problems: broken }, names] = await Promise.all([
    findSuites([], root, root),
    listBaselines(root),
    diskTree(root).list(folder),
  ]);
  const wanted = new Set(suites.map(({ name }) => baselineFile(name)));
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const left = files.map((name) => `${folder}/${name}`).filter((file) => !wanted.has(file));
  const suiteOf = new Map(baselines.map(({ suite }) => [baselineFile(suite), suite]));
  return [
    ...left.map((file) => problems.orphanBaseline({ file, suite: suiteOf.get(file) })),
    // What stands in one that cannot be read nobody knows.
    ...(broken.length === 0 ? await unguarded(root, baselines) : []),
  ];
}

async function unguarded(root: string, baselines: readonly Baseline[]): Promise<Problem[]> {
  const { value: lock } = await readPromptLock(diskTree(root));
  const held = new Set(baselines.flatMap(({ lanes }) => lanes.map(({ arm }) => arm.prompt)));
  const prompts = [...(lock?.keys() ?? [])].filter((id) => !held.has(id));
  return prompts.length > 0 ? [problems.lockWithoutBaseline({ prompts })] : [];
}
