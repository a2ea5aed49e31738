/** A test for names by a shell pattern: `*` is any text (also with `/`), `?` one character; everything else is itself. */
export function toGlob(pattern: string): (name: string) => boolean {
  const parts = pattern
    .split('*')
    .map((part) => part.replace(/[\\^$.*+()[\]{}|]/g, '\\$&').replaceAll('?', '.'));
  if (parts.length === 1 && !pattern.includes('?')) return (name) => name === pattern;
  return (name) => matchesInOrder(name, parts);
}

/** Walks the parts from left to right, so that no pattern can make it slow. */
function matchesInOrder(name: string, parts: string[]): boolean {
  const [first, ...others] = parts.map((part) => new RegExp(part, 'suy'));
  first!.lastIndex = 0;
  const start = first!.exec(name);
  if (!start) return false;
  let at = start[0].length;
  if (others.length === 0) return at === name.length;
  const last = others.pop()!;
  for (const part of others) {
    const found = findFrom(name, part, at);
    if (found < 0) return false;
    at = found;
  }
  for (let from = name.length; from >= at; from--) {
    last.lastIndex = from;
    const tail = last.exec(name);
    if (tail && from + tail[0].length === name.length) return true;
  }
  return false;
}

/** The end of the first place at or after `from` where the part stands; -1 when there is none. */
function findFrom(name: string, part: RegExp, from: number): number {
  for (let at = from; at <= name.length; at++) {
    part.lastIndex = at;
    const found = part.exec(name);
    if (found) return at + found[0].length;
  }
  return -1;
}
