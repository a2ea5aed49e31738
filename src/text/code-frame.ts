import { maskCredentials } from './mask-credentials.ts';

/**
 * The line before the spot, the line itself, and a caret under it; what looks like a key is starred. `line` and `column` count from 1.
 * Long lines are cut around the spot, so that a 50 MB line still gives a frame of a few hundred characters.
 * `firstLine` is the number of the source's first line, when it is a part of a file.
 */
export function codeFrame(source: string, line: number, column: number, length = 1, firstLine = 1): string {
  const width = String(line).length;
  const shift = Math.max(0, column - 80);
  const shown = nearbyLines(source, line, firstLine, shift).map(
    ({ number, part }) =>
      `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${shift > 0 ? '…' : ''}${part}`,
  );
  const lead = ' '.repeat(width + 3 + (column - 1 - shift) + (shift > 0 ? 1 : 0));
  return [...shown, `  ${lead.slice(1)}${' '}${'^'.repeat(Math.max(1, Math.min(length, 60)))}`].join('\n');
}

const longestPart = 110;

/** Walks to the line without splitting the whole source; `part` is what is shown of a line, from column `shift` on. */
function nearbyLines(
  source: string,
  line: number,
  firstLine: number,
  shift: number,
): { number: number; part: string }[] {
  const found: { number: number; part: string }[] = [];
  let start = 0;
  for (let number = firstLine; number <= line; number++) {
    const feed = source.indexOf('\n', start);
    const end = feed < 0 ? source.length : feed;
    const from = Math.min(start + shift, end);
    // From before the cut: what tells that a value is a key stands to its left.
    const before = Math.max(start, from - longestPart);
    const part = maskCredentials(source.slice(before, Math.min(end, from + 2 * longestPart)))
      .slice(from - before, from - before + longestPart)
      .replace(/\r$/, '')
      .replaceAll('\t', ' ');
    if (number === line || (number === line - 1 && part.trim() !== '')) found.push({ number, part });
    if (feed < 0) break;
    start = feed + 1;
  }
  return found;
}
