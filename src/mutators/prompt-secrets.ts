import type { Prompt } from '../domain/prompt.ts';
import { itemLine } from '../text/item-line.ts';
import { sentences } from '../text/sentences.ts';

/** So many are enough: who gives away the prompt gives away one of its long sentences. */
const most = 5;
/** A shorter one may be said by chance. */
const fewestLetters = 20;

const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** What stands in a template as it is; what is filled in is no secret of the prompt. */
const fixedParts = (template: string) => template.split(/\{\{.*?\}\}|\{%.*?%\}|<\/?[\w-]+[^<>\n]*>/s);

/** Worked examples are in many prompts and in no answer; what tells the model its task says more. */
const isExample = (line: string) => /=>|->|→/.test(line) || itemLine(line) !== undefined;

function toSentences(template: string): string[] {
  const lines = fixedParts(template).flatMap((part) => part.split('\n'));
  const told = found(lines.filter((line) => !isExample(line)));
  return told.length > 0 ? told : found(lines);
}

const found = (lines: readonly string[]) =>
  lines
    .flatMap(sentences)
    .map((one) => one.replace(/^(?:[-*•>#]|\d+[.)])\s+/, '').trim())
    .filter((one) => letters(one) >= fewestLetters);

/**
 * The longest sentences of each prompt's system messages that are in no other message of it: what must not come out. Empty
 * where no prompt has a system message with a sentence of its own.
 */
export function promptSecrets(prompts: readonly Pick<Prompt, 'messages'>[]): string[] {
  const all = prompts.flatMap(({ messages }) => {
    const others = messages
      .filter(({ role }) => role !== 'system')
      .map(({ template }) => template)
      .join('\n');
    const own = messages
      .filter(({ role }) => role === 'system')
      .flatMap(({ template }) => toSentences(template))
      .filter((one) => !others.includes(one));
    return [...new Set(own)].sort((a, b) => letters(b) - letters(a) || (a < b ? -1 : 1)).slice(0, most);
  });
  return [...new Set(all)];
}
