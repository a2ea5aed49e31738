import { oneLine } from './one-line.ts';
import { stripEscapes } from './strip-escapes.ts';

const active = /[&<>"'`*_~[\]()|\\#@!${}:]|(?<=www)\./gi;

/**
 * Foreign text as one line of code in GitHub's markdown, table cells included: signs that markdown or HTML would
 * obey are numeric entities, and inside `<code>` nobody is mentioned.
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(stripEscapes(text));
  return `<code>${line.replace(active, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
}
