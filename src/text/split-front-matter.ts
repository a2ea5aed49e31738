/** A file in two parts, each with the line on which it starts, from 1. */
export type FrontMatter = { front?: { text: string; line: number }; body: { text: string; line: number } };

/** Splits off what stands between a first line of `---` and the next such line. Undefined when that is not closed. */
export function splitFrontMatter(source: string): FrontMatter | undefined {
  const lines = source.split('\n');
  const isFence = (line: string) => /^---[ \t]*$/.test(line);
  if (!isFence(lines[0]!)) return { body: { text: source, line: 1 } };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) return undefined;
  return {
    front: { text: lines.slice(1, end).join('\n'), line: 2 },
    body: { text: lines.slice(end + 1).join('\n'), line: end + 2 },
  };
}
