/**
 * The line before the spot, the line itself, and a caret under it. `line` and `column` count from 1.
 * Long lines are cut around the spot, so that a 50 MB line still gives a frame of a few hundred characters.
 * `firstLine` is the number of the source's first line, when it is a part of a file.
 */
export function codeFrame(source: string, line: number, column: number, length = 1, firstLine = 1): string {
  const lines = nearbyLines(source, line, firstLine);
  const width = String(line).length;
  const shift = Math.max(0, column - 80);
  const shown = lines.map(({ number, text }) => {
    const part = text.slice(shift, shift + 110).replaceAll('\t', ' ');
    return `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${shift > 0 ? '…' : ''}${part}`;
  });
  const lead = ' '.repeat(width + 3 + (column - 1 - shift) + (shift > 0 ? 1 : 0));
  return [...shown, `  ${lead.slice(1)}${' '}${'^'.repeat(Math.max(1, Math.min(length, 60)))}`].join('\n');
}

/** Walks to the line without splitting the whole source. */
function nearbyLines(source: string, line: number, firstLine: number): { number: number; text: string }[] {
  const found: { number: number; text: string }[] = [];
  let start = 0;
  for (let number = firstLine; number <= line; number++) {
    const end = source.indexOf('\n', start);
    if (number >= line - 1) {
      const text = source
        .slice(start, end < 0 ? undefined : Math.min(end, start + 100_000))
        .replace(/\r$/, '');
      if (number === line || text.trim() !== '') found.push({ number, text });
    }
    if (end < 0) break;
    start = end + 1;
  }
  return found;
}
