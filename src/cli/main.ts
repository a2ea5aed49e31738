import { CommanderError, Command as Program } from 'commander';
import type { Command, CommandInput } from '../domain/command.ts';
import { type ExitCode, exitCode } from '../domain/exit-code.ts';
import { commands } from './commands/index.ts';
import { Refusal } from './refusal.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** Runs one command line in the world that is handed in, and gives back the exit code. Never throws. */
export async function main(world: World): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const program = toProgram(world, (done) => {
    code = done;
  });
  try {
    await program.parseAsync(world.arguments, { from: 'user' });
    return code;
  } catch (error) {
    return await report(error, world);
  }
}

function toProgram(world: World, onDone: (code: ExitCode) => void): Program {
  const program = new Program('evals')
    .description('Evaluate prompts and models: graded cases, honest error bars, an exit code that decides.')
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExit codes: 0 done · 1 gate failed · 2 bad input · 3 incomplete · 4 budget · 130 interrupted\n',
    );
  for (const command of commands.all()) add(program, command, world, onDone);
  for (const one of [
    program,
    ...program.commands,
    ...program.commands.flatMap((parent) => parent.commands),
  ]) {
    one
      .exitOverride()
      .showSuggestionAfterError(true)
      .configureOutput({
        writeOut: (text) => world.out.write(text),
        writeErr: (text) =>
          world.err.write(text.replace(/^error: (.)/, (_, first: string) => `error: ${first.toUpperCase()}`)),
        getOutHelpWidth: () => world.out.width,
      });
  }
  return program;
}

function add(parent: Program, command: Command<World>, world: World, onDone: (code: ExitCode) => void): void {
  const one = parent.command(command.name).description(command.summary);
  for (const { name, summary } of command.arguments ?? []) one.argument(name, summary);
  for (const option of command.options ?? []) one.option(option.flags, option.summary, option.default);
  if (command.examples)
    one.addHelpText('after', `\nExamples:\n${command.examples.map((line) => `  ${line}`).join('\n')}\n`);
  for (const child of command.commands ?? []) add(one, child, world, onDone);
  if (!command.action) return;
  const { action } = command;
  one.action(async (...given: unknown[]) => {
    const values = given.slice(0, command.arguments?.length ?? 0) as (string | string[] | undefined)[];
    const names = (command.arguments ?? []).map(({ name }) => name.replace(/[<>[\].]/g, ''));
    const input = {
      arguments: Object.fromEntries(names.map((name, at) => [name, values[at]])),
      options: one.opts(),
    } as CommandInput;
    onDone(await (await action())(input, world));
  });
}

/** Says what went wrong; anything that is not the user's mistake keeps its stack. */
async function report(error: unknown, world: World): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (error instanceof Refusal) {
    const { printProblems } = await import('./print-problems.ts');
    await printProblems(error.problems, world);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.err.write(`${text}\n\nThis is a mistake in evals itself: please report it with the lines above.\n`);
  return exitCode.incomplete;
}
