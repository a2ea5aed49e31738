/** The keys of a dotted path: `items[*].id` and `items.*.id` are the same; `*` stands for any key or index. */
function toKeys(path: string): string[] {
  return path
    .replace(/\[(\*|\d+)\]/g, '.$1')
    .split('.')
    .filter((key) => key !== '' && key !== '$');
}

/** A copy of a JSON value without what stands at the dotted paths. A path that leads nowhere is let be. */
export function withoutPaths(value: unknown, paths: readonly string[]): unknown {
  return paths.reduce<unknown>((left, path) => without(left, toKeys(path)), value);
}

function without(value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const fits = (name: string) => key === '*' || name === key;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => !fits(String(index)))
      : value.map((item, index) => (fits(String(index)) ? without(item, rest) : item));
  }
  const kept = Object.entries(value).filter(([name]) => rest.length > 0 || !fits(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, fits(name) ? without(item, rest) : item]));
}
