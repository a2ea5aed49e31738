import stringWidth from 'string-width';
import { count } from '../../text/count.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';
import { toWidth } from '../../text/to-width.ts';
import type { PageLine } from '../label/item-page.ts';
import type { Paint } from '../label/label-screen.ts';
import type { AddSession } from './press-add.ts';

/** What the screen is made of beside the page. */
export type AddScreenParts = { session: AddSession; title: string; width: number; height: number };

const keys = 'a add   s skip   i id   t tags   e expect   q quit (what was added stays)';
const over = 'All of it was gone through.   q finish';
/** The title and a blank line above; what is below the page, keys, notice. */
const others = 5;

/** How many rows there are for the page. */
const rowsOf = (height: number) => Math.max(1, height - others);

/** The screen, row by row, from the top: exactly as many as it is high, none wider than it is. */
function toScreenRows(parts: AddScreenParts, page: readonly PageLine[], { bold, dim }: Paint): string[] {
  const { session, width, height } = parts;
  const rows = rowsOf(height);
  const below = Math.max(0, page.length - session.top - rows);
  const shown = Array.from(
    { length: rows },
    (_, index) => page[session.top + index] ?? { kind: 'text', text: '' },
  );
  return [
    head(parts),
    '',
    ...shown.map(({ kind, text }) => (kind === 'title' ? bold(toWidth(text, width)) : toWidth(text, width))),
    dim(toWidth(below > 0 ? `— ${count(below, 'more line')}: space, ↓ —` : '', width)),
    foot(session, width),
    toWidth(session.notice, width),
  ].slice(0, height);
}

function head({ session: { at, drafts }, title, width }: AddScreenParts): string {
  const far = `${Math.min(at + 1, drafts.length)} of ${drafts.length}`;
  const left = toWidth(plain(title), Math.max(1, width - stringWidth(far) - 2));
  return toWidth(
    `${left}${' '.repeat(Math.max(1, width - stringWidth(left) - stringWidth(far)))}${far}`,
    width,
  );
}

/** The keys; or what is being written, its end where it is long. */
function foot({ writing, at, drafts }: AddSession, width: number): string {
  if (!writing) return toWidth(at < drafts.length ? keys : over, width);
  const name = `${writing.field}: `;
  let text = plain(writing.text);
  while (text !== '' && stringWidth(`${name}${text}█`) > width) text = [...text].slice(1).join('');
  return `${name}${text}█`;
}

const plain = (text: string) => stripEscapes(text).replace(/[\n\t]/g, ' ');

/** The screen of a session in which cases are added, and how many rows of it are the page's. */
export const addScreen = { rows: rowsOf, draw: toScreenRows };
