import { Lexer } from 'yaml';

const deepest = 100;
/** "- - -", "? ? ?" and maps within maps by ever more spaces. */
const blocks = /(?:[-?][ \t]+){50}|^ {700}/m;

/**
 * Whether a YAML text is nested so deeply that the parser, which calls itself for each level, might take the whole
 * process down with it: an exhausted stack inside of a regular expression cannot be caught.
 */
export function isEndless(source: string): boolean {
  if (blocks.test(source)) return true;
  if (countOpenings(source) <= deepest) return false;
  let depth = 0;
  for (const token of new Lexer().lex(source)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

function countOpenings(source: string): number {
  let count = 0;
  for (let at = 0; at < source.length && count <= deepest; at++) {
    const code = source.charCodeAt(at);
    if (code === 91 || code === 123) count += 1;
  }
  return count;
}
