import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { TextMutator } from '../../domain/mutator.ts';
import { findRoot } from '../../load/find-root.ts';
import type { SuiteFile } from '../../load/read-suite.ts';
import { readsRowsOf } from '../../load/reads-rows-of.ts';
import { toScreen } from '../../text/to-screen.ts';
import { loadSuites } from '../load-suites.ts';
import { chooseKinds } from '../mutate/choose-kinds.ts';
import { makeVariants } from '../mutate/make-variants.ts';
import { mutatePage } from '../mutate/mutate-page.ts';
import { oneSuite } from '../mutate/one-suite.ts';
import { type MutateOptions, parseMutateOptions } from '../mutate/parse-mutate-options.ts';
import { type RowsFile, variantsFile } from '../mutate/variants-file.ts';
import { writeRows } from '../mutate/write-rows.ts';
import { parseRunOptions } from '../parse-run-options.ts';
import { propose } from '../propose/propose.ts';
import type { World } from '../world.ts';

/**
 * `evals cases mutate`: writes adversarial variants of a suite's benign cases into a file of rows beside it. What a model
 * writes waits there until a person has accepted it.
 */
export async function mutateCases(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseMutateOptions(input);
  const manner = parseRunOptions(input);
  const { texts, models: kinds } = chooseKinds(options);
  const { folder } = world;
  const root = await findRoot(folder);
  const file = await oneSuite(options.suite, root, folder);
  const target = variantsFile(file, { root, folder, given: options.out });
  if (texts.length > 0) await mutate(texts, options, { file, root, target }, world);
  const { model } = options;
  if (kinds.length === 0 || model === undefined) return exitCode.done;
  return propose({ kinds, options: { ...options, model }, manner, target }, world);
}

async function mutate(
  kinds: readonly TextMutator[],
  options: MutateOptions,
  { file, root, target }: { file: SuiteFile; root: string; target: RowsFile },
  world: World,
): Promise<void> {
  const { isDryRun } = options;
  const [suite] = await loadSuites(root, [options.suite], world, target.path);
  try {
    const made = await makeVariants(suite!, kinds, options, { target, root, folder: world.folder });
    if (!isDryRun && made.merged.text !== '') await writeRows(target, made.merged.text);
    const unread = (await readsRowsOf(file, target.path, root)) ? undefined : file.file;
    const page = mutatePage({ ...made, target, unread, isDryRun });
    world.out.write(page.map((line) => `${toScreen(line)}\n`).join(''));
  } finally {
    await suite?.cases.close();
  }
}
