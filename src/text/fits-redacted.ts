import { isMap } from './is-map.ts';

/** What the redactor leaves where a secret was. */
const mark = '[redacted]';

/**
 * Whether a JSON value may be the one from which `redacted` was made: each `[redacted]` in its texts and keys stands
 * for any text. Time is linear in the texts.
 */
export function fitsRedacted(redacted: unknown, value: unknown): boolean {
  if (typeof redacted === 'string') return typeof value === 'string' && fitsText(redacted, value);
  if (Array.isArray(redacted))
    return (
      Array.isArray(value) &&
      value.length === redacted.length &&
      redacted.every((item, index) => fitsRedacted(item, value[index]))
    );
  if (isMap(redacted)) return isMap(value) && fitsMap(redacted, value);
  return redacted === value;
}

function fitsMap(redacted: Record<string, unknown>, value: Record<string, unknown>): boolean {
  const free = Object.entries(value).filter(([, item]) => item !== undefined);
  const wanted = Object.entries(redacted).filter(([, item]) => item !== undefined);
  if (free.length !== wanted.length) return false;
  // Keys that say all come first: one with a hole in it takes what is left.
  wanted.sort(([a], [b]) => Number(a.includes(mark)) - Number(b.includes(mark)));
  return wanted.every(([key, item]) => {
    const at = free.findIndex(([name, found]) => fitsText(key, name) && fitsRedacted(item, found));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

function fitsText(redacted: string, text: string): boolean {
  const pieces = redacted.split(mark);
  if (pieces.length === 1) return redacted === text;
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}
