import { itemLine } from './item-line.ts';
import { unquoted } from './unquoted.ts';

/** A text with the label that it was given. */
export type Labelled = { text: string; label: string };

const bullet = /^\s*(?:[-*•]\s+|\d+[.)]\s+)?/u;
const arrows = ['=>', '->', '→'];

/**
 * Reads labelled examples as few-shot prompts write them, one layout or several mixed:
 * `text => label` (also `->` and `→`; the last arrow of the line counts), and pairs such as `Message: …` /
 * `Label: …` (also Input/Output, Q/A, Text/Category and their like), where the text may go on over several lines.
 * Bullets, numbers, bold key words and quotation marks around either half are left off.
 * `rest` is what follows the last example; when it begins an item that nobody labelled, `rest` is that item's text.
 */
export function labelledExamples(text: string): { items: Labelled[]; rest: string } {
  const items: Labelled[] = [];
  let open: { key: string; lines: string[] } | undefined;
  let rest: string[] = [];
  const add = (example: Labelled) => {
    items.push(example);
    open = undefined;
    rest = [];
  };
  for (const line of text.split(/\r?\n/u)) {
    const item = itemLine(line);
    // Inside a text, another key word or an arrow is the text's own until a blank line parts them.
    const isNew =
      !open || open.lines.at(-1)?.trim() === '' || (item?.half === 'text' && item.key === open.key);
    const pair = isNew && !item ? arrowPair(line) : undefined;
    if (open && item?.half === 'label') {
      if (item.value !== '') add({ text: unquoted(open.lines.join('\n')), label: unquoted(item.value) });
    } else if (isNew && item?.half === 'text') open = { key: item.key, lines: [item.value] };
    else if (pair?.label) add(pair);
    else if (pair) open = { key: 'arrow', lines: [pair.text] };
    else (open?.lines ?? rest).push(line);
  }
  return { items, rest: unquoted((open?.lines ?? rest).join('\n')) };
}

function arrowPair(line: string): Labelled | undefined {
  const [at, arrow] = arrows
    .map((each) => [line.lastIndexOf(each), each] as const)
    .reduce((left, right) => (right[0] > left[0] ? right : left));
  if (at < 0) return undefined;
  const text = unquoted(line.slice(0, at).replace(bullet, ''));
  return text === '' ? undefined : { text, label: unquoted(line.slice(at + arrow.length)) };
}
