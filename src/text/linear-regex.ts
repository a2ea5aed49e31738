import { lazy } from '../flow/lazy.ts';

/** A compiled pattern of RE2 syntax: its time grows with the text, never with the pattern's ambiguity. */
export type LinearRegex = {
  source: string;
  test(text: string): boolean;
  /** How many matches there are, not overlapping, counted up to `limit`. */
  count(text: string, limit?: number): number;
};

/** `i` ignores case, `m` lets ^ and $ stand at every line, `s` lets the dot match a newline. */
type Flags = { ignoreCase?: boolean; multiline?: boolean; dotAll?: boolean };
type Compile = (pattern: string, flags?: Flags) => LinearRegex;

const remembered = 1000;

const load = lazy(async (): Promise<Compile> => {
  const { RE2JS } = await import('re2js');
  const compiled = new Map<string, LinearRegex>();
  const compile: Compile = (pattern, flags = {}) => {
    const bits =
      (flags.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
      (flags.multiline ? RE2JS.MULTILINE : 0) |
      (flags.dotAll ? RE2JS.DOTALL : 0);
    const regex = RE2JS.compile(RE2JS.translateRegExp(pattern), bits);
    return {
      source: pattern,
      test: (text) => regex.matcher(text).find(),
      count(text, limit = Number.POSITIVE_INFINITY) {
        const matcher = regex.matcher(text);
        let found = 0;
        while (found < limit && matcher.find()) found++;
        return found;
      },
    };
  };
  return (pattern, flags = {}) => {
    const key = `${flags.ignoreCase ? 'i' : ''}${flags.multiline ? 'm' : ''}${flags.dotAll ? 's' : ''}/${pattern}`;
    const known = compiled.get(key);
    if (known) return known;
    if (compiled.size >= remembered) compiled.clear();
    const made = compile(pattern, flags);
    compiled.set(key, made);
    return made;
  };
});

/**
 * The compiler of RE2 patterns; a promise until the engine is loaded. JavaScript's own escapes (`\u00e9`, `(?<name>`)
 * are understood. The compiler throws `Error` for what RE2 cannot do: lookaround and backreferences.
 */
export function linearRegex(): Compile | Promise<Compile> {
  return load();
}
