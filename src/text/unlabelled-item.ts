import { itemLine } from './item-line.ts';
import { unquoted } from './unquoted.ts';

/**
 * The text of one item that is to be labelled: a key word before it (`Message:`), an empty one after it (`Label:`)
 * and quotation marks around it are layout and are left off. Everything between stays, whatever it looks like.
 */
export function unlabelledItem(text: string): string {
  const lines = text.trim().split('\n');
  const first = itemLine(lines[0]!);
  if (first?.half !== 'text') return unquoted(text);
  const last = itemLine(lines.at(-1)!);
  const end = last?.half === 'label' && last.value === '' ? -1 : undefined;
  return unquoted([first.value, ...lines.slice(1, end)].join('\n'));
}
