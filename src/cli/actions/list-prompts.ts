import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { findRoot } from '../../load/find-root.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import { ink } from '../../reporters/terminal/ink.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { isColorful } from '../is-colorful.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';

/** Lists every prompt, described by its newest version. What cannot be read is listed too, and the exit code is then 2. */
export async function listPrompts(_input: CommandInput, world: World): Promise<ExitCode> {
  const prompts = await readPrompts({ root: await findRoot(world.folder) });
  const paint = await ink(isColorful(world.out, world.env));
  const found = [...prompts.problems];
  for (const name of prompts.names) {
    const numbers = prompts.versions(name).map(({ version }) => `v${version}`);
    const { value, problems } = await prompts.find(name);
    found.push(...problems.filter((one) => !found.includes(one)));
    const lines = [
      `${paint.strong(toScreen(name))}  ${numbers.join(' ')}`,
      ...(value?.description ? [`  ${oneLine(toScreen(value.description))}`] : []),
      value
        ? `  ${paint.quiet(`variables: ${value.variables.join(', ') || 'none'}`)}`
        : `  ${paint.bad('cannot be read')}`,
    ];
    world.out.write(`${lines.join('\n')}\n`);
  }
  if (prompts.names.length === 0) world.out.write('No prompts yet. "evals prompts new <name>" begins one.\n');
  if (found.length > 0) await printProblems(found, world);
  return found.some(({ severity }) => severity === 'error') ? exitCode.badInput : exitCode.done;
}
