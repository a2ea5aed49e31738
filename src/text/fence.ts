import { stripEscapes } from './strip-escapes.ts';

/** Foreign text as a block of code in markdown: the fence is longer than any run of backticks inside it. */
export function fence(text: string, language = 'text'): string {
  const shown = stripEscapes(text).replace(/\n+$/, '');
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${shown}\n${marks}`;
}
