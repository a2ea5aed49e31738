import stringWidth from 'string-width';

/** A stretch of text on one line, with something that its owner needs to know of it. */
export type Piece<T> = { text: string; mark: T };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// A unit stays with its number, and a dot that parts phrases with the word before it.
const unbroken = /\S+(?: (?:ms|s|min|%)(?!\w)\S*)?(?: ·(?= ))?\s*|\s+/g;

/** Words with the blanks that follow them; a word that is wider than a line is broken between graphemes. */
function toWords(text: string, width: number): string[] {
  return (text.match(unbroken) ?? []).flatMap((word) => {
    if (stringWidth(word.trimEnd()) <= width) return [word];
    const parts = [''];
    for (const { segment } of graphemes.segment(word)) {
      if (stringWidth((parts.at(-1) + segment).trimEnd()) > width) parts.push('');
      parts[parts.length - 1] += segment;
    }
    return parts;
  });
}

/**
 * Breaks pieces into lines of at most `width` columns, by words, and at most `most` lines; `isCut` says whether
 * something was left out. Newlines in the pieces are blanks.
 */
export function layOut<T>(
  pieces: readonly Piece<T>[],
  width: number,
  most: number,
): { lines: Piece<T>[][]; isCut: boolean } {
  const lines: Piece<T>[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    for (const word of toWords(piece.text.replace(/\n/g, ' '), Math.max(1, width))) {
      if (used > 0 && used + stringWidth(word.trimEnd()) > width) {
        if (lines.length === most) return { lines: lines.map(trimmed), isCut: true };
        lines.push([]);
        used = 0;
      }
      append(lines.at(-1) as Piece<T>[], word, piece.mark);
      used += stringWidth(word);
    }
  }
  return { lines: lines.map(trimmed), isCut: false };
}

function append<T>(line: Piece<T>[], text: string, mark: T): void {
  const last = line.at(-1);
  if (last && last.mark === mark) last.text += text;
  else line.push({ text, mark });
}

function trimmed<T>(line: Piece<T>[]): Piece<T>[] {
  return line.map((piece, at) => (at === line.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece));
}
