import type { Check } from '../domain/check.ts';
import type { Json } from '../domain/json.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';

const known = new WeakMap<object, string>();

/** A grader's entry in one text; the entries of a suite are the same objects for all of its cases. */
function textOf(source: Json): string {
  if (typeof source !== 'object' || source === null) return canonicalJson(source);
  const text = known.get(source) ?? canonicalJson(source);
  known.set(source, text);
  return text;
}

/** SHA-256 (hex, first 16) of graders as they are written, in their order. */
export function checksDigest(checks: readonly Pick<Check, 'source'>[]): string {
  return sha256(checks.map(({ source }) => textOf(source)).join('\n'), 16);
}
