import type { Labelled } from './labelled-examples.ts';

// Bounded, as is every name below: a hostile message must not cost time in the square of its length.
const heading =
  /\b(?:labels?|categories|category|class(?:es)?|intents?|options|choices|one of)\b[^:]{0,200}:(.*)$/isu;
const bullet = /^\s*(?:[-*•]|\d+[.)])\s+/u;
const longestName = 100;

/**
 * Reads the list of allowed labels of a prompt: `Labels: a, b, c` or `Answer with one of: a, b or c` on one line, or
 * such a heading over a list of `- label` or `- label: what it means`. The first list of two labels or more counts.
 * The text of an item is the label's name in words, and its meaning. `rest` is what follows the list.
 */
export function listedLabels(text: string): { items: Labelled[]; rest: string } {
  const lines = text.split(/\r?\n/u);
  for (let at = 0; at < lines.length; at++) {
    const inline = heading.exec(lines[at]!)?.[1]?.trim();
    if (inline === undefined) continue;
    const names = inline.split(/[,;|]|\s(?:or|and)\s/u);
    const found = inline === '' ? entriesFrom(lines, at + 1) : { items: toItems(names), next: at + 1 };
    if (found.items.length >= 2)
      return { items: found.items, rest: lines.slice(found.next).join('\n').trim() };
  }
  return { items: [], rest: text.trim() };
}

function entriesFrom(lines: readonly string[], start: number): { items: Labelled[]; next: number } {
  const items: Labelled[] = [];
  let next = start;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    const mark = bullet.exec(line)?.[0];
    if (mark === undefined && line.trim() !== '') break;
    const [name = '', ...meaning] = line.slice(mark?.length ?? 0).split(':');
    items.push(...toItems([name], meaning.join(':')));
  }
  return { items, next };
}

function toItems(names: readonly string[], meaning = ''): Labelled[] {
  return names
    .filter((name) => name.length <= longestName)
    .map((name) => name.replace(/^[\s"'`*]+|[\s"'`*.]+$/gu, ''))
    .filter((label) => label !== '')
    .map((label) => ({ label, text: `${label.replace(/[_-]+/gu, ' ')} ${meaning.trim()}`.trim() }));
}
