import { resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Message } from '../../domain/message.ts';
import { problems } from '../../domain/problems.ts';
import type { Prompt } from '../../domain/prompt.ts';
import { findRoot } from '../../load/find-root.ts';
import { readPart } from '../../load/read-part.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import { fillPrompt } from '../../plan/fill-prompt.ts';
import { type Ink, ink } from '../../reporters/terminal/ink.ts';
import { TemplateError } from '../../text/template-error.ts';
import { toScreen } from '../../text/to-screen.ts';
import { findPrompts } from '../find-prompts.ts';
import { isColorful } from '../is-colorful.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** Shows a prompt version as it is, or filled with the variables of a file. Throws `Refusal`. */
export async function showPrompt(input: CommandInput, world: World): Promise<ExitCode> {
  const prompts = await readPrompts({ root: await findRoot(world.folder) });
  const [prompt] = await findPrompts(prompts, [String(input.arguments.prompt)], world);
  const file = input.options.vars;
  const messages = typeof file === 'string' ? fill(prompt!, await readVars(file, world)) : unfilled(prompt!);
  const paint = await ink(isColorful(world.out, world.env));
  world.out.write(`${toLines(prompt!, messages, paint).join('\n')}\n`);
  return exitCode.done;
}

const unfilled = ({ messages }: Prompt): Message[] =>
  messages.map(({ role, template }) => ({ role, content: template }));

type Vars = Record<string, unknown>;

async function readVars(file: string, world: World): Promise<Vars> {
  const read = await readPart({ file: resolve(world.folder, file) }, world.folder);
  if ('problem' in read) throw new Refusal([read.problem]);
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
    throw new Refusal([problems.varsShape({ file })]);
  return read.value as Vars;
}

function fill(prompt: Prompt, vars: Vars): Message[] {
  const names = prompt.variables.filter((name) => !Object.hasOwn(vars, name));
  if (names.length > 0) throw new Refusal([problems.missingVariables({ prompt: prompt.id, names })]);
  try {
    return fillPrompt(prompt)(vars);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal([problems.unfilledPrompt({ prompt: prompt.id, detail: error.message })]);
  }
}

function toLines(prompt: Prompt, messages: readonly Message[], paint: Ink): string[] {
  const rows: [label: string, text: string][] = [
    ['digest', prompt.digest],
    ['variables', prompt.variables.join(', ')],
    ['inputs', prompt.inputs?.join(', ') ?? ''],
    ['settings', Object.entries(prompt.settings).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(' · ')],
    ['includes', Object.keys(prompt.partials).join(', ')],
    ['tools', prompt.tools.map(({ name }) => name).join(', ')],
    ['schema', prompt.outputSchema === undefined ? '' : JSON.stringify(prompt.outputSchema)],
  ]; // biome-ignore format: a table
  return [
    `${paint.strong(toScreen(prompt.id))}  ${paint.quiet(toScreen(prompt.file))}`,
    ...(prompt.description ? [toScreen(prompt.description)] : []),
    ...rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `${paint.quiet(label.padEnd(10))} ${toScreen(text)}`),
    ...messages.flatMap(({ role, content }) => ['', paint.strong(`── ${role}`), toScreen(content)]),
  ];
}
