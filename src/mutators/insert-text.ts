import type { Piece } from '../text/protected-pieces.ts';
import { isEnded } from './is-ended.ts';
import { pick } from './pick.ts';

/** Where a text may be put into another. */
type Spot = { piece: number; at: number };

/**
 * Puts a text before, behind or between the sentences of another, never into what is protected. Mostly behind it, and
 * always where the other has no two sentences.
 */
export function insertText(pieces: readonly Piece[], added: string, random: () => number): string {
  const text = pieces.map((piece) => piece.text).join('');
  const gap = pick(['\n\n', '\n', ' '], random);
  const where = random();
  const behind = `${text}${gap === ' ' && !isEnded(text) ? '\n' : gap}${added}`;
  if (where < 0.45) return behind;
  if (where < 0.65) return `${added}${gap}${text}`;
  const ends = spots(pieces, /(?<=[.!?…。！？]["”’)]?)\s+(?=\S)|(?<=\S)\n\s*(?=\S)/gu);
  if (ends.length === 0) return behind;
  const spot = pick(ends, random);
  return pieces
    .map((piece, index) =>
      index === spot.piece
        ? `${piece.text.slice(0, spot.at)}${gap}${added}${piece.text.slice(spot.at)}`
        : piece.text,
    )
    .join('');
}

const spots = (pieces: readonly Piece[], pattern: RegExp): Spot[] =>
  pieces.flatMap(({ text, isProtected }, piece) =>
    isProtected ? [] : [...text.matchAll(pattern)].map(({ index }) => ({ piece, at: index })),
  );
