import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { graders } from '../../graders/index.ts';
import { toDocsTable } from '../../graders/to-docs-table.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { mutators } from '../../mutators/index.ts';
import { toKindsTable } from '../../mutators/to-kinds-table.ts';
import { providers } from '../../providers/index.ts';
import { reporters } from '../../reporters/index.ts';
import { closest } from '../../text/closest.ts';
import { toMarkdownTable } from '../../text/to-markdown-table.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** A shelf whose table has columns of its own shows its examples there. */
type Row = { name: string; summary: string; example?: string };

const shelves: Record<string, (world: World) => Promise<Row[]>> = {
  graders: async () => graders.all(),
  mutators: async () => mutators.all().map(({ name, summary }) => ({ name, summary })),
  providers: async () => providers.all(),
  reporters: async () =>
    reporters.all().map((one) => ({ ...one, example: `--reporter ${one.name}=report.${one.extension}` })),
  suites: async (world) => {
    const root = await findRoot(world.folder);
    const found = await findSuites([], root, world.folder);
    if (found.problems.length > 0) throw new Refusal(found.problems);
    return found.value!.map(({ name, file }) => ({ name, summary: file, example: `evals run ${name}` }));
  },
};

/** `evals list <shelf>`: the entries with what each does. */
export async function list({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const name = String(given.shelf);
  const names = Object.keys(shelves);
  if (!Object.hasOwn(shelves, name))
    throw new Refusal([
      problems.unknownName({ kind: 'shelf', name, names, suggestion: closest(name, names) }),
    ]);
  const rows = await shelves[name]!(world);
  world.out.write(options.markdown ? toMarkdown(name, rows) : toLines(rows));
  return exitCode.done;
}

type Rows = Awaited<ReturnType<(typeof shelves)[string]>>;

function toMarkdown(name: string, rows: Rows): string {
  if (name === 'graders') return toDocsTable(graders);
  if (name === 'mutators') return toKindsTable(mutators);
  const cells = rows.map((row) => [
    `\`${row.name}\``,
    row.summary,
    `\`${row.example?.replaceAll('\n', ' ')}\``,
  ]);
  return toMarkdownTable(['name', 'what it does', 'example'], cells);
}

function toLines(rows: Rows): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  return rows.map((row) => `${row.name.padEnd(width)}  ${row.summary}\n`).join('');
}
