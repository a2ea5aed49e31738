/** A beginning of a text that ends with a group: its signs without what stands between, and where it ends. */
export type GroupedEnd = { signs: string; end: number };

/**
 * The beginnings of a text that are `least` to `most` signs, with single blanks or dashes between groups of them, and after which no
 * sign follows at once; the longest first. `sign` says of one character whether it is one.
 */
export function groupedEnds(
  text: string,
  sign: RegExp,
  { least, most }: { least: number; most: number },
): GroupedEnd[] {
  const ends: GroupedEnd[] = [];
  let signs = '';
  for (let at = 0; at < text.length && signs.length <= most; at++) {
    const isSign = sign.test(text[at]!);
    const isBefore = at > 0 && sign.test(text[at - 1]!);
    if (isBefore && !isSign && signs.length >= least) ends.unshift({ signs, end: at });
    if (isSign) signs += text[at];
    else if (!isBefore || !/[ -]/.test(text[at]!)) return ends;
  }
  if (signs.length >= least && signs.length <= most && sign.test(text.at(-1)!))
    ends.unshift({ signs, end: text.length });
  return ends;
}
