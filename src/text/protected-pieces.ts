import { protectedPatterns } from './protected-patterns.ts';

/** A part of a text: free to be changed in its form, or protected. */
export type Piece = { text: string; isProtected: boolean };

type Span = [start: number, end: number];

/**
 * A text in pieces that give it again when they are put together: what no change of form may touch is protected. That is
 * code, text in double quotes, placeholders, addresses, dates and times, amounts, order numbers and the like, and every
 * place of the `marked` texts. Pieces are not empty, and no two protected ones touch.
 */
export function protectedPieces(text: string, marked: readonly string[] = []): Piece[] {
  const { always, withDigits } = protectedPatterns;
  const spans = merged([
    ...always.flatMap((pattern) => found(text, pattern)),
    ...withDigits.flatMap((pattern) => named(text, pattern)),
    ...placed(text, marked),
  ]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), isProtected: false });
    pieces.push({ text: text.slice(start, end), isProtected: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isProtected: false });
  return pieces;
}

const found = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: whole, index }) => [index, index + whole.length]);

/** Of words those with a digit in them; a number of up to three digits alone is none of these. */
const named = (text: string, pattern: RegExp): Span[] =>
  found(text, pattern).filter(([start, end]) => {
    const word = text.slice(start, end);
    return /\p{N}/u.test(word) && !/^\p{N}{1,3}$/u.test(word);
  });

function placed(text: string, marked: readonly string[]): Span[] {
  return marked.flatMap((one) => {
    const spans: Span[] = [];
    if (one === '') return spans;
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length))
      spans.push([at, at + one.length]);
    return spans;
  });
}

/** In order, those that touch or overlap as one. */
function merged(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}
