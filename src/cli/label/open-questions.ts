import { problems } from '../../domain/problems.ts';
import type { Suite } from '../../domain/suite.ts';
import { graders } from '../../graders/index.ts';
import { load } from '../../load/load.ts';
import { importModule } from '../../providers/import-module.mjs';
import { providers } from '../../providers/index.ts';
import { findRun } from '../../store/find-run.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { type Gathered, gatherItems } from './gather-items.ts';
import type { LabelOptions } from './parse-label-options.ts';

/**
 * The outputs of a run that its suites ask a judge about, by the suites as they are today. Warnings are not shown: they
 * are for whoever asks models, and some name the models. Throws a `Refusal` with everything that is wrong.
 */
export async function openQuestions(
  root: string,
  { run: wanted, suite }: Pick<LabelOptions, 'run' | 'suite'>,
  world: World,
): Promise<Gathered & { run: string }> {
  const { value: run, problems: found } = await findRun(root, wanted);
  if (!run) throw new Refusal(found);
  const names = run.suites.map(({ name }) => name);
  if (suite !== undefined && !names.includes(suite))
    throw new Refusal([problems.unknownName({ kind: `suite in run ${run.id}`, name: suite, names })]);
  const suites = await loadSuites(root, suite === undefined ? names : [suite], world);
  try {
    return {
      ...(await gatherItems(suites, { run: run.id, rows: runRows(root, run.id, world)() })),
      run: run.id,
    };
  } finally {
    await Promise.all(suites.map(({ cases }) => cases.close()));
  }
}

async function loadSuites(root: string, suites: string[], world: World): Promise<Suite[]> {
  const loaded = await load(
    { suites, keep: () => () => true },
    { root, from: world.folder, graders, providers, importModule, hasPrice: async () => true },
  );
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors);
  return loaded.value!.suites;
}
