import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Prompt } from '../../domain/prompt.ts';
import { findRoot } from '../../load/find-root.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import { type Ink, ink } from '../../reporters/terminal/ink.ts';
import { toScreen } from '../../text/to-screen.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { findPrompts } from '../find-prompts.ts';
import { isColorful } from '../is-colorful.ts';
import type { World } from '../world.ts';

/** Compares two prompt versions: their files, what these include, and their schemas. Exit code 0, different or not. */
export async function diffPrompts(input: CommandInput, world: World): Promise<ExitCode> {
  const prompts = await readPrompts({ root: await findRoot(world.folder) });
  const refs = [String(input.arguments.before), String(input.arguments.after)];
  const [before, after] = (await findPrompts(prompts, refs, world)) as [Prompt, Prompt];
  const paint = await ink(isColorful(world.out, world.env));
  const parts = compare(before, after);
  for (const part of parts) world.out.write(painted(part, paint));
  if (parts.length === 0) world.out.write(`${before.id} and ${after.id} hold the same text.\n`);
  else if (before.digest === after.digest) world.out.write('\nBoth send the same to the model.\n');
  return exitCode.done;
}

function compare(before: Prompt, after: Prompt): string[] {
  const partials = [...new Set([...Object.keys(before.partials), ...Object.keys(after.partials)])].sort();
  const pairs: [label: string, left: string, right: string][] = [
    ['', before.source, after.source],
    ...partials.map((name): [string, string, string] => [
      ` ${name}`,
      before.partials[name] ?? '',
      after.partials[name] ?? '',
    ]),
    [' schema', schemaOf(before), schemaOf(after)],
  ];
  return pairs
    .filter(([, left, right]) => left !== right)
    .map(([label, left, right]) =>
      unifiedDiff(left, right, { before: before.id + label, after: after.id + label }),
    );
}

/** As text, since the two may stand in different places: in a file of their own or in the front matter. */
const schemaOf = ({ outputSchema }: Prompt) =>
  outputSchema === undefined ? '' : `${JSON.stringify(outputSchema, null, 2)}\n`;

function painted(diff: string, paint: Ink): string {
  return toScreen(diff)
    .split('\n')
    .map((line) => {
      if (/^(?:---|\+\+\+) /.test(line)) return paint.strong(line);
      if (line.startsWith('@@')) return paint.quiet(line);
      if (line.startsWith('+')) return paint.good(line);
      return line.startsWith('-') ? paint.bad(line) : line;
    })
    .join('\n');
}
