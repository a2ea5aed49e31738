import { isMap } from '../text/is-map.ts';

/**
 * The line (from 1) of a baseline's text where a part of its value stands, told by the names of its lane and case, as
 * each has a line of its own; 1 where they are not found.
 */
export function baselineLine(text: string, value: unknown, path: readonly PropertyKey[]): number {
  const lines = text.split('\n');
  const lane = at(value, path.slice(0, 2));
  const start = lineOf(lines, 0, `"lane": ${JSON.stringify(at(lane, ['arm', 'lane']))}`);
  if (path.length < 3) return start + 1;
  if (path.length < 4 || path[2] !== 'cases')
    return lineOf(lines, start, `"${String(path[2])}": ${path[2] === 'cases' ? '[' : ''}`) + 1;
  const { id } = (at(lane, path.slice(2, 4)) ?? {}) as { id?: unknown };
  return lineOf(lines, start, `"id":${JSON.stringify(id)},`) + 1;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (!isMap(found) && !Array.isArray(found)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}

/** Counts from 0. */
const lineOf = (lines: readonly string[], start: number, part: string) =>
  Math.max(
    0,
    lines.findIndex((line, index) => index >= start && line.includes(part)),
  );
