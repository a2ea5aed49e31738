import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { YamlSource } from './read-yaml.ts';

type Row = Record<string, unknown>;

/**
 * Makes a case of a row: each whole text `$row.name` of the mapping (or `$row.name.inner`; names may hold spaces)
 * stands for the row's value and keeps its type; `$$` is a dollar. Among `graders` other references are left for
 * later, and the row's own texts are guarded: data is never read as a reference.
 */
export function mapRow(mapping: Row, row: Row, at: YamlSource['at']): { raw: Row; problems: Problem[] } {
  const found: Problem[] = [];
  const fill = (tree: unknown, isGrader: boolean): unknown => {
    if (typeof tree === 'string') return fillText(tree, isGrader);
    if (Array.isArray(tree)) return tree.map((item) => fill(item, isGrader));
    if (typeof tree !== 'object' || tree === null) return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, item]) => [key, fill(item, isGrader)]));
  };
  const fillText = (text: string, isGrader: boolean): unknown => {
    if (text === '$row') return row;
    if (!text.startsWith('$row.')) return isGrader || !text.startsWith('$$') ? text : text.slice(1);
    const value = valueAt(row, text.slice(5));
    if (value === undefined) found.push(missing(text, row, at));
    return isGrader ? guarded(value) : value;
  };
  const raw = Object.fromEntries(
    Object.entries(mapping).map(([key, part]) => [key, fill(part, key === 'graders')]),
  );
  return { raw, problems: found };
}

/** A name that holds dots itself comes first. */
function valueAt(row: Row, path: string): unknown {
  if (Object.hasOwn(row, path)) return row[path];
  let value: unknown = row;
  for (const step of path.split('.')) {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    value = isThere ? (value as Row)[step] : undefined;
  }
  return value;
}

function missing(reference: string, row: Row, at: YamlSource['at']): Problem {
  const names = Object.keys(row);
  const suggestion = closest(reference.slice(5), names);
  return problems.unknownRowValue({ reference, suggestion, names, place: at([]) });
}

function guarded(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(guarded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, guarded(item)]));
}
