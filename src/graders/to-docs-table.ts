import { z } from 'zod';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import { toMarkdownTable } from '../text/to-markdown-table.ts';

const code = (text: string) => `\`${text}\``;
/** An example has no indented line: its blanks would be lost in a code span. */
const lines = (text: string) => text.split('\n').map(code).join('<br>');

/** The shelf as a Markdown table: what each grader is called, does and takes, with an example. Ends with a newline. */
export function toDocsTable(shelf: Catalog<Grader>): string {
  const rows = shelf
    .all()
    .map((grader) => [code(grader.name), grader.summary, options(grader), lines(grader.example)]);
  return toMarkdownTable(['grader', 'what it does', 'options', 'example'], rows);
}

function options(grader: Grader): string {
  const own = Object.entries(grader.options).map(([name, schema]) => option(name, schema as z.ZodType));
  const threshold = grader.threshold === undefined ? [] : [`${code('threshold')} (${grader.threshold})`];
  return [...own, ...threshold].join('<br>');
}

function option(name: string, schema: z.ZodType): string {
  const part = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const choices = Array.isArray(part.enum) ? ` ${part.enum.map((one) => code(String(one))).join(', ')}` : '';
  const usual =
    part.default === undefined ? '' : ` (${code(JSON.stringify(part.default).replaceAll('"', ''))})`;
  const said = part.description ? `: ${part.description}` : '';
  return `${code(name)}${choices}${usual}${said}`;
}
