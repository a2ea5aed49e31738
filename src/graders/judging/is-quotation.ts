import { canonicalJson } from '../../text/canonical-json.ts';
import { isMap } from '../../text/is-map.ts';
import { type FoundObject, jsonObjects } from '../../text/json-objects.ts';

/** All objects within a value, itself too. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isMap(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** As text is compared: how it is spaced, in which case, and whether it is escaped within another text, makes no other text of it. */
const squeezed = (text: string) => text.replace(/[\s\\]+/g, '').toLowerCase();

/**
 * Whether a verdict object stands in the texts that the judge was shown, or one of a list of verdicts does: it is then
 * what they say and not what the judge says. Neither spacing nor the order of its keys makes another object of it, nor
 * case: who is held to a menu writes "pass" for "PASS". `key` is the one that makes it a verdict.
 */
export function isQuotation({ value, source }: FoundObject, key: string, shown: readonly string[]): boolean {
  const isVerdict = (one: object) => Object.hasOwn(one, key) || Object.hasOwn(one, 'verdict');
  const verdictsIn = (from: unknown) =>
    objectsIn(from)
      .filter(isVerdict)
      .map((one) => squeezed(canonicalJson(one)));
  const theirs = new Set(shown.flatMap(jsonObjects).flatMap((found) => verdictsIn(found.value)));
  if (verdictsIn(value).some((one) => theirs.has(one))) return true;
  const text = squeezed(source);
  return shown.some((one) => squeezed(one).includes(text));
}
