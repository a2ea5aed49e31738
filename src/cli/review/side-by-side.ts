import stringWidth from 'string-width';
import { oneLine } from '../../text/one-line.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';
import { toWidth } from '../../text/to-width.ts';
import { itemPage, type PageLine } from '../label/item-page.ts';
import type { Section } from '../label/label-item.ts';
import { wrapLines } from '../label/wrap-lines.ts';

/** In a narrower terminal one stands below the other. */
const narrowest = 72;
/** Wider columns are hard to read. */
const widest = 78;
const indent = '  ';
const gap = ' │ ';

const filled = (text: string, columns: number) =>
  `${text}${' '.repeat(Math.max(0, columns - stringWidth(text)))}`;

/** Ids may come from a file that anybody can write. */
const titleOf = ({ title }: Section, columns: number) => toWidth(oneLine(stripEscapes(title)), columns);

/** Two texts beside each other, in lines of at most `width` columns. */
export function sideBySide(left: Section, right: Section, width: number): PageLine[] {
  if (width < narrowest)
    return itemPage(
      { sections: [left, right].map((one) => ({ ...one, title: titleOf(one, width) })) },
      width,
    );
  const column = Math.min(widest, Math.floor((width - indent.length - gap.length) / 2));
  const inLine = (one: string, other: string) => `${indent}${filled(one, column)}${gap}${other}`.trimEnd();
  const [first, second] = [wrapLines(left.text, column), wrapLines(right.text, column)];
  const rows = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => ({
    kind: 'text' as const,
    text: inLine(first[at] ?? '', second[at] ?? ''),
  }));
  return [{ kind: 'title', text: inLine(titleOf(left, column), titleOf(right, column)) }, ...rows];
}
