/** A table whose first column holds names and whose others hold numbers; cells are markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return `${line(head)}${line(rule)}${rows.map(line).join('')}\n`;
}
