import type { Catalog } from '../domain/catalog.ts';
import type { Keeps, Mutator } from '../domain/mutator.ts';
import { quote } from '../text/quote.ts';
import { toMarkdownTable } from '../text/to-markdown-table.ts';

const kept: Record<Keeps, string> = {
  label: 'the label',
  'must-refuse': 'nothing: the model must refuse',
  'must-not-leak': 'nothing: the prompt must not leak',
  unsure: 'unsure: a person decides',
};

/** An escape for each sign that nobody sees; what stands in the table may be copied. */
const code = (text: string) => `\`${quote(text, 140)}\``;

/** The shelf as a Markdown table: each kind, what it does to a text, what a variant keeps, and an example. Ends with a newline. */
export function toKindsTable(shelf: Catalog<Mutator>): string {
  const rows = shelf.all().map(({ name, summary, keeps, unless, example }) => {
    const keeping = unless === undefined ? kept[keeps] : `${kept[keeps]}, unless ${unless}`;
    return [`\`${name}\``, summary, keeping, `${code(example.before)} → ${code(example.after)}`];
  });
  return toMarkdownTable(['kind', 'what it does', 'keeps', 'example'], rows);
}
