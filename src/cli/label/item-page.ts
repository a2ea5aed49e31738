import { stripEscapes } from '../../text/strip-escapes.ts';
import type { LabelItem } from './label-item.ts';
import { wrapLines } from './wrap-lines.ts';

/** A line of the page, and what it is. */
export type PageLine = { kind: 'title' | 'text'; text: string };

/** Wider lines are hard to read. */
const widest = 100;
const indent = '  ';

/** What is shown of an item, in lines of at most `width` columns. Texts are indented, so that none can look like a title. */
export function itemPage({ sections }: Pick<LabelItem, 'sections'>, width: number): PageLine[] {
  const room = Math.max(10, Math.min(width, widest) - indent.length);
  return sections.flatMap(({ title, text }, index) => [
    ...(index === 0 ? [] : [{ kind: 'text' as const, text: '' }]),
    { kind: 'title' as const, text: stripEscapes(title).replaceAll('\n', ' ') },
    ...wrapLines(text === '' ? '(empty)' : text, room).map((line) => ({
      kind: 'text' as const,
      text: `${indent}${line}`.trimEnd(),
    })),
  ]);
}
