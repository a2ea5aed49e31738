import { count } from '../../text/count.ts';
import { toWidth } from '../../text/to-width.ts';
import type { PageLine } from './item-page.ts';
import { type ScreenParts, screenFrame } from './screen-frame.ts';

/** How lines are painted. */
export type Paint = { bold(text: string): string; dim(text: string): string };

const nothing: PageLine = { kind: 'text', text: '' };

/** The screen, row by row, from the top: exactly as many as it is high, none wider than it is. */
export function labelScreen(parts: ScreenParts, page: readonly PageLine[], { bold, dim }: Paint): string[] {
  const { head, foot, rows } = screenFrame(parts);
  const { width, height, session } = parts;
  const [title, ...under] = head;
  const below = Math.max(0, page.length - session.top - rows);
  const more = below > 0 ? `— ${count(below, 'more line')}: space, ↓ —` : '';
  const shown = Array.from({ length: rows }, (_, index) => page[session.top + index] ?? nothing);
  return [
    title!,
    ...under.map((line) => dim(line)),
    ...shown.map(({ kind, text }) => (kind === 'title' ? bold(toWidth(text, width)) : toWidth(text, width))),
    dim(toWidth(more, width)),
    ...foot,
  ].slice(0, height);
}
