const texts = ['id', 'expect', 'group', 'adversarial', 'parent', 'input'];
const readers: Record<string, (cell: string) => unknown> = {
  ...Object.fromEntries(texts.map((name) => [name, (cell: string) => cell])),
  tags: (cell) =>
    cell
      .split(/[;,|]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  weight: (cell) => (/^\s*\d+(\.\d+)?\s*$/.test(cell) ? Number(cell) : cell),
  // Spreadsheets write TRUE; anything else than these two is refused by the schema.
  observe: (cell) => ({ true: true, false: false })[cell.trim().toLowerCase()] ?? cell,
};

/**
 * Makes a case of a CSV row: columns that are named as a key of a case are that key, `meta.x` goes to meta,
 * `vars.x` and every other column are variables. Cells are texts; only weight, tags and observe are read further.
 */
export function fromColumns(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const keys: [string, unknown][] = [];
  const vars: [string, string][] = [];
  const meta: [string, string][] = [];
  for (const [column, cell] of Object.entries(row)) {
    if (column.startsWith('meta.')) meta.push([column.slice(5), cell]);
    else if (Object.hasOwn(readers, column)) keys.push([column, readers[column]!(cell)]);
    else vars.push([column.replace(/^vars\./, ''), cell]);
  }
  if (vars.length > 0) keys.push(['vars', Object.fromEntries(vars)]);
  if (meta.length > 0) keys.push(['meta', Object.fromEntries(meta)]);
  return Object.fromEntries(keys);
}
