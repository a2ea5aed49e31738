/** What no case can hold, and where: nesting past all use, or a key that programs trip over. */
export type Oddity = { kind: 'deep' | 'proto'; path: readonly PropertyKey[] };

/** Deeper values would exhaust the stack of whatever walks them later. */
const deepest = 100;

/** Walks a parsed value and gives the first oddity in it. */
export function findOddity(value: unknown, path: readonly PropertyKey[] = []): Oddity | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length >= deepest) return { kind: 'deep', path };
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return { kind: 'proto', path: [...path, key] };
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'object' || item === null) continue;
    const found = findOddity(item, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
