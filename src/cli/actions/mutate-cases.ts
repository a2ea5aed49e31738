import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { readsRowsOf } from '../../load/reads-rows-of.ts';
import { replaceFile } from '../../store/replace-file.ts';
import { messageOf } from '../../text/message-of.ts';
import { toScreen } from '../../text/to-screen.ts';
import { loadSuites } from '../load-suites.ts';
import { chooseKinds } from '../mutate/choose-kinds.ts';
import { makeVariants } from '../mutate/make-variants.ts';
import { mutatePage } from '../mutate/mutate-page.ts';
import { oneSuite } from '../mutate/one-suite.ts';
import { parseMutateOptions } from '../mutate/parse-mutate-options.ts';
import { type RowsFile, variantsFile } from '../mutate/variants-file.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals cases mutate`: writes adversarial variants of a suite's benign cases into a file of rows beside it. */
export async function mutateCases(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseMutateOptions(input);
  const { isDryRun } = options;
  const { texts, models } = chooseKinds(options.kinds);
  if (models.length > 0)
    throw new Refusal([problems.mutateNeedsModel({ kinds: models.map(({ name }) => name) })]);
  const { folder } = world;
  const root = await findRoot(folder);
  const file = await oneSuite(options.suite, root, folder);
  const target = variantsFile(file, 'mutations', { root, folder, given: options.out });
  const [suite] = await loadSuites(root, [options.suite], world, target.path);
  try {
    const made = await makeVariants(suite!, texts, options, { target, root, folder });
    if (!isDryRun && made.merged.text !== '') await write(target, made.merged.text);
    const unread = (await readsRowsOf(file, target.path, root)) ? undefined : file.file;
    const page = mutatePage({ ...made, target, unread, isDryRun });
    world.out.write(page.map((line) => `${toScreen(line)}\n`).join(''));
    return exitCode.done;
  } finally {
    await suite?.cases.close();
  }
}

async function write({ path, file }: RowsFile, text: string): Promise<void> {
  try {
    await replaceFile(path, text);
  } catch (error) {
    throw new Refusal([problems.variantsNotWritten({ file, detail: messageOf(error) })], exitCode.incomplete);
  }
}
