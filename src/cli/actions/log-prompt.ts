import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { parsePromptRef } from '../../load/parse-prompt-ref.ts';
import { type GitCommit, readGitLog } from '../../load/read-git-log.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import { type Ink, ink } from '../../reporters/terminal/ink.ts';
import { closest } from '../../text/closest.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { isColorful } from '../is-colorful.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** Lists the commits that touched a prompt's folder, and what is not committed yet. Throws `Refusal`. */
export async function logPrompt(input: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const text = String(input.arguments.name);
  const name = parsePromptRef(text)?.name;
  if (name === undefined) throw new Refusal([problems.promptName({ name: text })]);
  const folder = `prompts/${name}`;
  const log = await readGitLog(root, folder);
  if (log.status === 'no-git') throw new Refusal([problems.noHistory({ name, detail: log.detail })]);
  const { names } = await readPrompts({ root });
  // A prompt that was deleted still has a history.
  if (log.commits.length === 0 && !names.includes(name))
    throw new Refusal([
      problems.unknownName({ kind: 'prompt', name, suggestion: closest(name, names), names }),
    ]);
  const paint = await ink(isColorful(world.out, world.env));
  const pending = log.uncommitted.map((path) => path.slice(folder.length + 1));
  if (pending.length > 0)
    world.out.write(`${paint.unsure('not committed')}  ${toScreen(pending.join(', '))}\n`);
  for (const commit of log.commits) world.out.write(toLine(commit, folder, paint));
  if (log.commits.length === 0) world.out.write(`No commit has changed ${folder} yet.\n`);
  return exitCode.done;
}

function toLine({ commit, date, author, subject, changes }: GitCommit, folder: string, paint: Ink): string {
  const files = changes.map(({ kind, path }) => {
    const file = path.slice(folder.length + 1);
    const version = /^(v\d+)\.(?:md|txt|yml)$/.exec(file)?.[1] ?? file;
    return kind === 'changed' ? version : `${version} ${kind}`;
  });
  const what = files.length > 0 ? `  ${paint.strong(toScreen(files.join(', ')))}` : '';
  return `${paint.unsure(commit.slice(0, 10))}  ${date.slice(0, 10)}  ${oneLine(toScreen(author))}  ${oneLine(toScreen(subject))}${what}\n`;
}
