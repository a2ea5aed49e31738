import { IncludeTag, Liquid, type Parser, RenderTag, type TagToken, type TopLevelToken } from 'liquidjs';
import { printValue } from './print-value.ts';
import { templateFilters } from './template-filters.ts';

/** A place where a template brings in another file. Line and column count from 1. */
export type Include = { name: string; line: number; column: number };

/** `echo`, `cycle` and the like print past `printValue` or write to the case's variables; layouts are not needed. */
const tags = [
  'assign', 'capture', 'case', 'comment', 'for', 'break', 'continue', 'if', 'unless', 'include', 'render', 'raw', '#',
]; // biome-ignore format: a table

/**
 * Liquid that reads no disk and no environment, and refuses what is undefined. Partials come from `partials` alone,
 * by a path that is written out: data never chooses a file. `onInclude` hears of every include that is parsed.
 */
export function templateEngine(
  partials: Readonly<Record<string, string>>,
  { onInclude, keepGoing = false }: { onInclude?: (include: Include) => void; keepGoing?: boolean } = {},
): Liquid {
  const engine = new Liquid({
    templates: Object.assign(Object.create(null), partials),
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    catchAllErrors: keepGoing,
    outputEscape: printValue,
    locale: 'en-US',
    timezoneOffset: 0,
    parseLimit: 20_000_000,
    renderLimit: 10_000,
    memoryLimit: 200_000_000,
  });
  for (const name of Object.keys(engine.tags)) if (!tags.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name);
  for (const [name, filter] of Object.entries(templateFilters)) engine.registerFilter(name, filter);
  engine.registerTag('include', literal(IncludeTag, onInclude));
  engine.registerTag('render', literal(RenderTag, onInclude));
  return engine;
}

type FileTag = typeof IncludeTag | typeof RenderTag;

function literal<T extends FileTag>(Base: T, onInclude?: (include: Include) => void): T {
  const read = (tag: object, token: TagToken) => {
    const name: unknown = Reflect.get(tag, 'file');
    if (typeof name !== 'string')
      throw new Error(`the path after "${token.name}" stands in quotes, written out`);
    const [line, column] = token.getPosition() as [number, number];
    onInclude?.({ name, line, column });
  };
  class Literal extends (Base as typeof IncludeTag) {
    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, rest, liquid, parser);
      read(this, token);
    }
  }
  return Literal as T;
}
