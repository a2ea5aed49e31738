/** A text without some of its lines (from 1), the others byte for byte as they were. */
export function withoutLines(text: string, lines: ReadonlySet<number>): string {
  return text
    .split('\n')
    .filter((_, at) => !lines.has(at + 1))
    .join('\n');
}
