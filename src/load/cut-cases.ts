import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** Which of the list `cases` are cut out, and the value of the key `holdout` where the suite has none. */
export type Cut = { places: ReadonlySet<number>; holdout: string | undefined };

/**
 * The text of a suite file without some of its cases: their lines go, with the comments above them, and every other byte stays
 * as it was. Undefined where the cases are no list with a line each.
 */
export function cutCases(text: string, { places, holdout }: Cut): string | undefined {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) && contents.flow !== true ? contents.items.find(isCases) : undefined;
  if (!pair || !isSeq(pair.value) || pair.value.flow === true) return undefined;
  const keyLine = lineStart(text, (pair.key as Node).range![0]);
  const parts: string[] = [text.slice(0, keyLine), ''];
  if (holdout !== undefined) parts.splice(1, 0, `holdout: ${JSON.stringify(holdout).slice(1, -1)}\n`);
  let from = lineEnd(text, (pair.key as Node).range![2]);
  parts.push(text.slice(keyLine, from));
  for (const [at, item] of pair.value.items.entries()) {
    const until = lineEnd(text, (item as Node).range![1] - 1);
    if (!places.has(at)) parts.push(text.slice(from, until));
    from = until;
  }
  parts.push(text.slice(from));
  return withComment(parts);
}

const isCases = ({ key }: { key: unknown }) => isScalar(key) && key.value === 'cases';
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Behind the line feed of the line; of the last line, which may have none, the end. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Comments right above `cases:` stay right above it. */
function withComment([head = '', ...rest]: string[]): string {
  const comment = /(?:^[^\S\n]*#.*\n)+$/m.exec(head)?.[0] ?? '';
  const [holdout, ...others] = rest[0]?.startsWith('holdout:') ? rest : ['', ...rest];
  return `${head.slice(0, head.length - comment.length)}${holdout}${comment}${others.join('')}`;
}
