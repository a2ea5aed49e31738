const reference = /^\$([A-Za-z]+)((?:\.[^.\s$]+)*)$/;

/** A tree of JSON in which a whole text such as `$expect` or `$vars.name` stands for a value. `$$` is a dollar. */
export type Roots = Readonly<Record<string, unknown>>;

/**
 * The tree with its references replaced. Values keep their type: a number stays a number.
 * `missing` collects the references that lead nowhere; those stay as they were written.
 */
export function resolveReferences(tree: unknown, roots: Roots, missing: string[] = []): unknown {
  if (typeof tree === 'string') return resolveText(tree, roots, missing);
  if (Array.isArray(tree)) return tree.map((item) => resolveReferences(item, roots, missing));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, item]) => [key, resolveReferences(item, roots, missing)]),
  );
}

function resolveText(text: string, roots: Roots, missing: string[]): unknown {
  if (text.charCodeAt(0) !== 36) return text;
  if (text.startsWith('$$')) return text.slice(1);
  const match = reference.exec(text);
  if (!match) return text;
  let value: unknown = Object.hasOwn(roots, match[1]!) ? roots[match[1]!] : undefined;
  for (const key of match[2]!.split('.').slice(1)) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (value === undefined) missing.push(text);
  return value === undefined ? text : value;
}
