import stringWidth from 'string-width';
import { stripEscapes } from '../../text/strip-escapes.ts';
import { toWidth } from '../../text/to-width.ts';
import type { Session } from './press.ts';
import type { VerdictKey } from './verdict-keys.ts';

/** What the screen is made of beside the page. Of the item it knows what a person may see. */
export type ScreenParts = {
  session: Session;
  /** What is labelled: suite and check. */
  title: string;
  /** The id of the case. */
  name: string;
  /** Items that this person had labelled before, and those of them that they could not tell. */
  before: number;
  skipped: number;
  keys: readonly VerdictKey[];
  width: number;
  height: number;
};

/** What stands above and below the page, and the rows that are left to it. */
export type ScreenFrame = { head: string[]; foot: string[]; rows: number };

/** How far one has come, what is labelled, and what may be pressed. No line is wider than the screen. */
export function screenFrame(parts: ScreenParts): ScreenFrame {
  const [head, foot] = [toHead(parts), toFoot(parts)];
  // A row of its own says what is below.
  return { head, foot, rows: Math.max(1, parts.height - head.length - foot.length - 1) };
}

function toHead({ session, title, name, before, skipped, width }: ScreenParts): string[] {
  const { at, count: here, said } = session;
  const unsure = skipped + said.filter((label) => label === null).length;
  const far = `${before + Math.min(at + 1, here)} of ${before + here}${unsure > 0 ? ` · ${unsure} skipped` : ''}`;
  const left = toWidth(plain(title), Math.max(1, width - stringWidth(far) - 2));
  const between = ' '.repeat(Math.max(1, width - stringWidth(left) - stringWidth(far)));
  return [toWidth(`${left}${between}${far}`, width), toWidth(plain(name), width), ''];
}

/** The keys, and a word to the person. */
function toFoot({ session, keys, width }: ScreenParts): string[] {
  const isOver = session.at >= session.count;
  const verdicts = isOver ? [] : [...keys.map(({ key, name }) => `${key} ${plain(name)}`), "s can't tell"];
  return [...inRows([...verdicts, 'u undo', 'q quit (all is saved)'], width), toWidth(session.notice, width)];
}

const gap = '   ';

/** As many entries in a row as it takes. */
function inRows(entries: readonly string[], width: number): string[] {
  const rows: string[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    const longer = `${last}${gap}${entry}`;
    if (last === undefined || stringWidth(longer) > width) rows.push(toWidth(entry, width));
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

const plain = (text: string) => stripEscapes(text).replaceAll('\n', ' ').replaceAll('\t', ' ');
