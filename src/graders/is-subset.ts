import { jsonDifference } from '../text/json-difference.ts';
import { jsonType } from '../text/json-type.ts';

/** Whether `found` holds all keys of `part` with their values, at any depth; lists must be as long, each item holding the other. */
export function isSubset(part: unknown, found: unknown): boolean {
  if (jsonType(part) === 'object' && jsonType(found) === 'object') {
    const values = new Map(Object.entries(found as object));
    return Object.entries(part as object).every(
      ([key, value]) => values.has(key) && isSubset(value, values.get(key)),
    );
  }
  if (Array.isArray(part) && Array.isArray(found)) {
    return part.length === found.length && part.every((item, at) => isSubset(item, found[at]));
  }
  return !jsonDifference(part, found);
}
