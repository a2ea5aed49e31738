import { stripEscapes } from './strip-escapes.ts';

/**
 * Foreign text for a terminal or a CI log: no escapes, and nothing that a CI runner takes for a command
 * (`::error::` at the start of a line, `##[…]` anywhere).
 */
export function toScreen(text: string): string {
  return stripEscapes(text)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replace(/#(?=#[a-z]*\[)/gi, '# ');
}
