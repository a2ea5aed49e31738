import type { Piece } from '../text/protected-pieces.ts';

/** The text with every free piece changed and every protected one as it was; undefined when that changes nothing. */
export function changeFree(pieces: readonly Piece[], change: (text: string) => string): string | undefined {
  let isChanged = false;
  const parts = pieces.map(({ text, isProtected }) => {
    const changed = isProtected ? text : change(text);
    isChanged ||= changed !== text;
    return changed;
  });
  return isChanged ? parts.join('') : undefined;
}
