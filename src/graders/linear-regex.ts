import type { RE2JS } from 're2js';
import { lazy } from '../flow/lazy.ts';

/** A compiled pattern of RE2 syntax: its time grows with the text, never with the pattern's ambiguity. */
export type LinearRegex = {
  source: string;
  test(text: string): boolean;
  /** How many matches there are, not overlapping, counted up to `limit`. */
  count(text: string, limit?: number): number;
  /** The last match, and what its first group holds (empty where it has none). */
  last(text: string): { whole: string; group: string } | undefined;
};

/** Multiline lets ^ and $ stand at every line, dotAll lets the dot match a newline. */
type Flags = { ignoreCase?: boolean; multiline?: boolean; dotAll?: boolean };
type Compile = (pattern: string, flags?: Flags) => LinearRegex;
type Engine = typeof RE2JS;

const remembered = 1000;

const load = lazy(async (): Promise<Compile> => {
  const { RE2JS } = await import('re2js');
  const compiled = new Map<string, LinearRegex>();
  return (pattern, flags = {}) => {
    const key = `${toBits(RE2JS, flags)}/${pattern}`;
    const known = compiled.get(key);
    if (known) return known;
    if (compiled.size >= remembered) compiled.clear();
    const made = make(RE2JS, pattern, flags);
    compiled.set(key, made);
    return made;
  };
});

const toBits = (engine: Engine, { ignoreCase, multiline, dotAll }: Flags): number =>
  (ignoreCase ? engine.CASE_INSENSITIVE : 0) |
  (multiline ? engine.MULTILINE : 0) |
  (dotAll ? engine.DOTALL : 0);

function make(engine: Engine, pattern: string, flags: Flags): LinearRegex {
  const regex = engine.compile(engine.translateRegExp(pattern), toBits(engine, flags));
  return {
    source: pattern,
    test: (text) => regex.matcher(text).find(),
    count(text, limit = Number.POSITIVE_INFINITY) {
      const matcher = regex.matcher(text);
      let found = 0;
      while (found < limit && matcher.find()) found++;
      return found;
    },
    last(text) {
      const matcher = regex.matcher(text);
      let found: { whole: string; group: string } | undefined;
      while (matcher.find()) {
        const group = matcher.groupCount() > 0 ? matcher.group(1) : null;
        found = { whole: matcher.group(0) ?? '', group: group ?? '' };
      }
      return found;
    },
  };
}

/**
 * The compiler of RE2 patterns; a promise until the engine is loaded. JavaScript's own escapes (`\u00e9`, `(?<name>`)
 * are understood. The compiler throws `Error` for what RE2 cannot do: lookaround and backreferences.
 */
export function linearRegex(): Compile | Promise<Compile> {
  return load();
}
