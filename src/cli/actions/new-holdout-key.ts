import { rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { git } from '../../load/git.ts';
import { type KeyPair, newKeyPair } from '../../store/holdout/new-key-pair.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout keygen`: a new key pair on the screen; in a file only where one is named, which nobody else may read. */
export async function newHoldoutKey(input: CommandInput, world: World): Promise<ExitCode> {
  const pair = await newKeyPair();
  const { out } = input.options;
  if (typeof out !== 'string') {
    world.out.write(`${pair.identity}\n${pair.recipient}\n`);
    world.err.write(`\n${explained('The first line', 'The second line')}`);
    return exitCode.done;
  }
  await keep(out, pair, world);
  world.out.write(`${pair.recipient}\n`);
  world.err.write(`\n${explained(`What ${out} holds`, 'The line above')}`);
  return exitCode.done;
}

const explained = (
  secret: string,
  open: string,
) => `${secret} is the secret key: into the secrets of your CI and nowhere else, as EVALS_HOLDOUT_KEY.
Who has it can read the holdout; a coding agent that runs on your machine may read what is in your environment and in .env.
${open} is the public key: evals holdout seal <suite> --to age1…
Lose the secret key, and nobody can open the holdout again: seal to a second one that lies elsewhere.
`;

async function keep(out: string, { identity, recipient }: KeyPair, world: World): Promise<void> {
  const path = resolve(world.folder, out);
  const text = `# created: ${world.clock.date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal([problems.holdoutFileExists({ file: out })]);
    throw new Refusal([problems.unwritableFile({ file: out, detail: code ?? 'the disk refused' })]);
  }
  if (!(await isCommittable(path))) return;
  await rm(path);
  throw new Refusal([problems.holdoutKeyInGit({ file: out })]);
}

/** Whether the next "git add" would take a new file in. */
async function isCommittable(path: string): Promise<boolean> {
  const answer = await git(dirname(path), 'status', '--porcelain', '--', path);
  return answer.status === 'done' && answer.output.length > 0;
}
