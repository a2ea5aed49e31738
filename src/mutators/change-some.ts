import type { Piece } from '../text/protected-pieces.ts';

/** What is to be changed: the places that fit (a global pattern), the share of them (0..1), and how. */
export type Change = { pattern: RegExp; share: number; change(found: string): string };

/**
 * The text with a part of the fitting places in its free pieces changed, one at least; undefined where no place could be.
 * `change` gives its text back where it has no change for it, and another place is tried then.
 */
export function changeSome(
  pieces: readonly Piece[],
  random: () => number,
  { pattern, share, change }: Change,
): string | undefined {
  const parts = pieces.flatMap(({ text, isProtected }) =>
    isProtected ? [{ text, fits: false }] : split(text, pattern),
  );
  const places = parts.flatMap(({ fits }, index) => (fits ? [index] : []));
  let wanted = Math.max(1, Math.round(places.length * share));
  let isChanged = false;
  for (let last = places.length - 1; last >= 0 && wanted > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    const part = parts[places[at]!]!;
    places[at] = places[last]!;
    const changed = change(part.text);
    if (changed === part.text) continue;
    part.text = changed;
    isChanged = true;
    wanted -= 1;
  }
  return isChanged ? parts.map(({ text }) => text).join('') : undefined;
}

/** A text in parts: those that fit the pattern, and what is between them. */
function split(text: string, pattern: RegExp): { text: string; fits: boolean }[] {
  const parts: { text: string; fits: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), fits: false });
    parts.push({ text: match[0], fits: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), fits: false });
  return parts;
}
