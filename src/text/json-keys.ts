const blank = /\s/;

/** The index behind a JSON string that begins at `start`. */
function behindString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/**
 * The keys of a JSON object in the order in which they are written, doubles with it: `JSON.parse` would keep the last
 * of them and say nothing. `source` is sound JSON.
 */
export function jsonKeys(source: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const sign = source[at]!;
    if (sign === '"') {
      const end = behindString(source, at);
      let next = end;
      while (next < source.length && blank.test(source[next]!)) next += 1;
      if (depth === 1 && source[next] === ':') keys.push(JSON.parse(source.slice(at, end)) as string);
      at = end;
      continue;
    }
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    at += 1;
  }
  return keys;
}
