import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { printHoldoutYaml } from '../../load/print-holdout-yaml.ts';
import { openSealed } from '../../store/holdout/open-sealed.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { reasonOf } from '../holdout/reason-of.ts';
import { refuseState } from '../holdout/refuse-state.ts';
import { review } from '../holdout/review.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout open`: shows the cases to who has the key, which is the end of them as a holdout. That is recorded first. */
export async function openSealedHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const { suite, files, env } = chosen;
  const seen = await review(chosen);
  if (!('messages' in seen)) throw refuseState('open', seen, suite);
  const isFirst = seen.state === 'sealed';
  const reason = isFirst ? reasonOf(input, `open ${suite}`) : undefined;
  const opened = await openSealed({ ...seen, identity: env.EVALS_HOLDOUT_KEY });
  if (!opened.value) throw new Refusal(opened.problems);
  if (isFirst)
    await keepLock(
      chosen,
      { lock: { ...seen.lock, kind: 'retired' }, happened: { what: 'opened', reason } },
      world,
    );
  const text = printHoldoutYaml(opened.value.content);
  const { out } = input.options;
  if (typeof out === 'string') await keep(out, text, world);
  else world.out.write(text);
  if (isFirst)
    world.err.write(
      `\nThe holdout of ${suite} is opened, and a holdout no more. Commit ${files.lock}; new cases may be sealed in its place.\n`,
    );
  return exitCode.done;
}

async function keep(out: string, text: string, world: World): Promise<void> {
  try {
    await writeFile(resolve(world.folder, out), text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal([problems.holdoutFileExists({ file: out })]);
    throw new Refusal([problems.unwritableFile({ file: out, detail: code ?? 'the disk refused' })]);
  }
  world.out.write(`${out} has the cases in plain text.\n`);
}
