import type { Json } from '../../domain/json.ts';

/** A JSON value with a function applied to each of its texts; the names of members stay. */
export function masked<T extends Json | undefined>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item) => masked(item, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, masked(item as Json, mask)]),
  ) as T;
}
