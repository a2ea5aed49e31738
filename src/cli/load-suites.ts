import type { Suite } from '../domain/suite.ts';
import { graders } from '../graders/index.ts';
import { load } from '../load/load.ts';
import { importModule } from '../providers/import-module.mjs';
import { providers } from '../providers/index.ts';
import { holdoutChecker } from './holdout/holdout-checker.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * Suites as they are today, for whoever asks no model: warnings are not shown, as some of them name the models. Throws a
 * `Refusal` with everything that is wrong. Their cases are to be closed. The rows of a data file (`without`, absolute) may
 * be passed over.
 */
export async function loadSuites(
  root: string,
  suites: string[],
  { folder }: Pick<World, 'folder'>,
  without?: string,
): Promise<Suite[]> {
  const loaded = await load(
    { suites, without, keep: () => () => true },
    {
      root, from: folder, graders, providers, importModule,
      hasPrice: async () => true, checkHoldout: holdoutChecker(root),
    }, // biome-ignore format: what never differs
  );
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors);
  return loaded.value!.suites;
}
