const wordSign = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a letter, mark, digit or underscore stands at `at`, or ends just before it with `isBefore`. */
function touchesWord(text: string, at: number, isBefore: boolean): boolean {
  if (isBefore ? at <= 0 : at >= text.length) return false;
  const start = isBefore && /[\udc00-\udfff]/.test(text[at - 1]!) ? at - 2 : isBefore ? at - 1 : at;
  return wordSign.test(String.fromCodePoint(text.codePointAt(Math.max(0, start))!));
}

/**
 * How often `part` stands in the text, not overlapping, counted up to `limit`. With `wholeWords` an occurrence
 * counts only where no letter, digit or underscore (of any script) touches it. An empty part occurs never.
 */
export function countOccurrences(
  text: string,
  part: string,
  { wholeWords = false, limit = Number.POSITIVE_INFINITY } = {},
): number {
  let count = 0;
  if (part === '') return 0;
  for (let at = text.indexOf(part); at !== -1 && count < limit; ) {
    const end = at + part.length;
    const isWhole = !wholeWords || !(touchesWord(text, at, true) || touchesWord(text, end, false));
    if (isWhole) count++;
    at = text.indexOf(part, isWhole ? end : at + 1);
  }
  return count;
}
