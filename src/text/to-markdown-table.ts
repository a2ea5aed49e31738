/** A Markdown table that ends with a newline. Cells are Markdown; bars and line breaks in them are made safe. */
export function toMarkdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\r?\n/g, ' ')).join(' | ')} |\n`;
  return [toLine(head), toLine(head.map(() => '---')), ...rows.map(toLine)].join('');
}
