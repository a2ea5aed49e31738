/** The strings in a JSON value, however deep, in order; names of members are none of them. */
export function leafStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leafStrings);
}
