const blank = /\s/;

/** The index behind a JSON string that begins at `start`. */
function behindString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(source: string, end: number): boolean {
  let next = end;
  while (next < source.length && blank.test(source[next]!)) next += 1;
  return source[next] === ':';
}

/**
 * The keys of each object within a JSON text, the objects as they open, the keys in the order in which they are written
 * and doubles with them: `JSON.parse` would keep the last of these and say nothing. `source` is sound JSON.
 */
export function jsonKeys(source: string): string[][] {
  const objects: string[][] = [];
  /** The objects and lists (undefined) that are open. */
  const open: (string[] | undefined)[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    if (sign === '"') {
      const end = behindString(source, at);
      if (isKey(source, end)) open.at(-1)?.push(JSON.parse(source.slice(at, end)) as string);
      at = end - 1;
    } else if (sign === '{') {
      const keys: string[] = [];
      objects.push(keys);
      open.push(keys);
    } else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
  }
  return objects;
}
