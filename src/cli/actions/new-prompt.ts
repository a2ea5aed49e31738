import { constants, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { lockedPrompts } from '../../load/locked-prompts.ts';
import { parsePromptRef } from '../../load/parse-prompt-ref.ts';
import { type Prompts, readPrompts } from '../../load/read-prompts.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

const start = `---
description: Says in one sentence what this prompt is for.
inputs: [message]
---
<system>
Say here what the model has to do, and how the answer should look.
</system>
<user>
{{ message }}
</user>
`;

/** Writes the first version of a prompt, or copies the newest to the next number. Throws `Refusal`; overwrites nothing. */
export async function newPrompt(input: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const name = String(input.arguments.name);
  if (parsePromptRef(name)?.name !== name) throw new Refusal([problems.promptName({ name })]);
  const prompts = await readPrompts({ root });
  const wrong = prompts.problemsOf(name);
  if (wrong.length > 0) throw new Refusal(wrong);
  const { file, from } = choose(prompts, name);
  try {
    await mkdir(dirname(join(root, file)), { recursive: true });
    if (from) await copyFile(join(root, from), join(root, file), constants.COPYFILE_EXCL);
    else await writeFile(join(root, file), start, { flag: 'wx' });
  } catch (error) {
    throw toRefusal(error, file);
  }
  const version = basename(file, extname(file));
  world.out.write(
    from
      ? `${file} is a copy of ${from}: change it, then name it ${name}@${version}.\n${await restoring(root, name, from)}`
      : `${file} is there: write your prompt into it.\n`,
  );
  return exitCode.done;
}

/** Who edited a version that a baseline refers to wants the edit to be the next one, and the old text back. */
async function restoring(root: string, name: string, from: string): Promise<string> {
  const version = basename(from, extname(from));
  const { problems: found } = await (await lockedPrompts({ root })).find(`${name}@${version}`);
  if (!found.some(({ code }) => code === 'prompt-locked')) return '';
  return `A baseline refers to ${name}@${version}, and it was edited: the edit is in the copy, "git checkout -- ${from}" puts ${version} back.\n`;
}

function choose(prompts: Prompts, name: string): { file: string; from?: string } {
  const newest = prompts.versions(name).at(-1);
  if (!newest) return { file: `prompts/${name}/v1.md` };
  return { file: `prompts/${name}/v${newest.version + 1}${extname(newest.file)}`, from: newest.file };
}

function toRefusal(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EEXIST') return new Refusal([problems.promptExists({ file })]);
  if (code === undefined) return error;
  const detail = code === 'EACCES' ? 'it may not be written' : code;
  return new Refusal([problems.unwritableFile({ file, detail })]);
}
