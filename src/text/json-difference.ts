import { canonicalJson } from './canonical-json.ts';
import { jsonType } from './json-type.ts';

/** Where two JSON values first differ: a path such as `items[2].name`, empty for the values themselves. */
export type JsonDifference = { path: string; expected: unknown; found: unknown };

const join = (path: string, key: string) =>
  /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)
    ? path
      ? `${path}.${key}`
      : key
    : `${path}[${JSON.stringify(key)}]`;

/**
 * The first difference of two JSON values, undefined when there is none; a missing key has the value undefined.
 * Keys have no order; lists have one unless `ignoreOrder`. Types are strict: 1 is not "1". Strings are compared in NFC.
 */
export function jsonDifference(
  expected: unknown,
  found: unknown,
  ignoreOrder = false,
  path = '',
): JsonDifference | undefined {
  if (Array.isArray(expected) && Array.isArray(found)) {
    return ignoreOrder ? bagDifference(expected, found, path) : listDifference(expected, found, path);
  }
  if (jsonType(expected) === 'object' && jsonType(found) === 'object') {
    return mapDifference(toMap(expected as object), toMap(found as object), ignoreOrder, path);
  }
  const isSame =
    typeof expected === 'string' && typeof found === 'string'
      ? expected === found || expected.normalize('NFC') === found.normalize('NFC')
      : expected === found;
  return isSame ? undefined : { path, expected, found };
}

const toMap = (value: object) =>
  new Map(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), item]));

function mapDifference(
  expected: Map<string, unknown>,
  found: Map<string, unknown>,
  ignoreOrder: boolean,
  path: string,
): JsonDifference | undefined {
  for (const [key, value] of expected) {
    const difference = jsonDifference(value, found.get(key), ignoreOrder, join(path, key));
    if (difference) return difference;
  }
  for (const [key, value] of found) {
    if (!expected.has(key)) return { path: join(path, key), expected: undefined, found: value };
  }
  return undefined;
}

function listDifference(expected: unknown[], found: unknown[], path: string): JsonDifference | undefined {
  for (let index = 0; index < Math.max(expected.length, found.length); index++) {
    const difference = jsonDifference(expected[index], found[index], false, `${path}[${index}]`);
    if (difference) return difference;
  }
  return undefined;
}

/** Compares lists as bags of canonical texts: n log n where pairing each with each would be quadratic. */
function bagDifference(expected: unknown[], found: unknown[], path: string): JsonDifference | undefined {
  const left = new Map<string, unknown[]>();
  for (const item of found) {
    const text = unordered(item);
    const alike = left.get(text);
    if (alike) alike.push(item);
    else left.set(text, [item]);
  }
  for (const [index, item] of expected.entries()) {
    const alike = left.get(unordered(item)) ?? [];
    if (alike.length === 0) return { path: `${path}[${index}]`, expected: item, found: undefined };
    alike.pop();
  }
  const extra = [...left.values()].find((alike) => alike.length > 0);
  return extra ? { path, expected: undefined, found: extra[0] } : undefined;
}

function unordered(value: unknown): string {
  return canonicalJson(sortLists(value));
}

/** Lists sorted by what they hold, texts in NFC: values that differ in order and spelling alone become the same. */
function sortLists(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) {
    const items = value.map(sortLists).map((item) => [canonicalJson(item), item] as const);
    return items
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.normalize('NFC'), sortLists(item)]),
  );
}
