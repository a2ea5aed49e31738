/** The value under a name, or under names with dots between (`request.text`, `choices.0.text`); a name that holds dots itself comes first. */
export function valueAt(row: unknown, path: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  if (Object.hasOwn(row, path)) return (row as Record<string, unknown>)[path];
  const [first, ...rest] = path.split('.');
  if (rest.length === 0 || !Object.hasOwn(row, first!)) return undefined;
  return valueAt((row as Record<string, unknown>)[first!], rest.join('.'));
}
