import type { z } from 'zod';

/**
 * A copy of what was written, without the keys that the schema's issues point at, so that the rest can still be
 * looked at. Inside a list the whole list goes: the places of the others would be off.
 */
export function withoutFlaws(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  let sound = value;
  for (const { path, ...issue } of issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) sound = without(sound, [...path, key]);
    else sound = without(sound, path);
  }
  return sound;
}

function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (typeof key !== 'string' || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  const { [key]: part, ...others } = value as Record<string, unknown>;
  if (part === undefined) return others;
  const isCut = rest.length === 0 || typeof rest[0] !== 'string' || typeof part !== 'object';
  return isCut ? others : { ...others, [key]: without(part, rest) };
}
