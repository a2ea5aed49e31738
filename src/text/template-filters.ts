import { type FilterImplOptions, filters, toValue } from 'liquidjs';

type Filter = Extract<FilterImplOptions, (...given: never[]) => unknown>;

/** `raw` would print past `printValue`, `sample` rolls dice, and those in `_exp` read their argument as code. */
const left = (name: string) => name === 'raw' || name === 'sample' || name.endsWith('_exp');
/** They have a meaning for null, or show any value. */
const open = new Set(['default', 'json', 'jsonify', 'inspect']);
const forLists = new Set([
  'join', 'last', 'first', 'reverse', 'sort', 'sort_natural', 'size', 'map', 'sum', 'compact', 'concat',
  'push', 'unshift', 'pop', 'shift', 'slice', 'where', 'reject', 'group_by', 'has', 'find_index', 'find',
  'uniq', 'array_to_sentence_string',
]); // biome-ignore format: a table
const joining = new Set(['join', 'array_to_sentence_string']);

/**
 * Liquid's filters, made strict: none prints a hole or `[object Object]`, and none depends on chance,
 * on the time of day or on a text that is read as an expression.
 */
export const templateFilters: Record<string, FilterImplOptions> = Object.fromEntries(
  Object.entries(filters as Record<string, FilterImplOptions>)
    .filter(([name]) => !left(name))
    .map(([name, entry]) => [name, open.has(name) ? entry : guarded(name, entry)]),
);

function guarded(name: string, entry: FilterImplOptions): Filter {
  const call = typeof entry === 'function' ? entry : entry.handler;
  return function (value, ...rest) {
    const given: unknown = toValue(value);
    if (given === null || given === undefined) throw new Error(`${name} has nothing to work on (null)`);
    if (!forLists.has(name)) for (const one of [given, ...rest]) refuseNested(name, one);
    if (joining.has(name) && Array.isArray(given)) for (const one of given) refuseNested(name, one);
    if (name.startsWith('date') && (given === 'now' || given === 'today'))
      throw new Error(`${name} of "${given}" would differ from run to run; give the date as a variable`);
    return call.call(this, value, ...rest);
  };
}

function refuseNested(name: string, value: unknown) {
  const given: unknown = toValue(value);
  if (typeof given === 'object' && given !== null)
    throw new Error(
      `${name} works on text, not on a ${Array.isArray(given) ? 'list' : 'map'}; use json or join`,
    );
}
