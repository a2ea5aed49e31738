/** A part of a text, and the line where it begins (the first is 1). */
export type Piece = { text: string; line: number };

/** What stands before an example: bullets, a number, tags, a name with a colon, quotation marks. */
const opening =
  /^(?:\s+|[-*•>#|+]|\d{1,3}[.)]\s|<[^<>]*>|\*{0,2}\p{L}[\p{L}\d _-]{0,30}\*{0,2}:\*{0,2}\s|["'“”„«»`])+/u;
const closing = ' \t"\'“”„«»`|,';
const arrows = ['=>', '->', '→'];
const quoted = /"(?:[^"\\\n]|\\.)+"|“[^”\n]+”/gu;

/**
 * The parts of a text that may each be a copy of something: the whole, its paragraphs, its lines, its lines without
 * bullet, key word, quotation marks and label (`- Message: "…" => label`), and what it quotes. None is empty, white space aside.
 */
export function pieces(text: string): Piece[] {
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const found: Piece[] = [{ text, line: first + 1 }, ...paragraphs(lines)];
  for (const [index, content] of lines.entries()) {
    const quotations = (content.match(quoted) ?? []).map(spoken);
    for (const part of [content, bare(content), ...quotations]) found.push({ text: part, line: index + 1 });
  }
  const unique = new Map(found.map((piece) => [`${piece.line} ${piece.text.trim()}`, piece]));
  return [...unique.values()].filter((piece) => piece.text.trim() !== '');
}

function paragraphs(lines: readonly string[]): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (lines[at]?.trim()) continue;
    if (at > start) found.push({ text: lines.slice(start, at).join('\n'), line: start + 1 });
    start = at + 1;
  }
  return found;
}

function bare(line: string): string {
  const arrow = Math.max(...arrows.map((each) => line.lastIndexOf(each)));
  const rest = (arrow < 0 ? line : line.slice(0, arrow)).replace(opening, '');
  let end = rest.length;
  for (let before = -1; before !== end; ) {
    before = end;
    while (end > 0 && closing.includes(rest[end - 1]!)) end--;
    const tag = rest[end - 1] === '>' ? rest.lastIndexOf('<', end) : -1;
    if (tag >= 0) end = tag;
  }
  return rest.slice(0, end);
}

/** A string of JSON means what it says; another quotation only loses its marks. */
function spoken(quotation: string): string {
  try {
    return String(JSON.parse(quotation));
  } catch {
    return quotation.slice(1, -1);
  }
}
