import type { Output } from '../world.ts';
import { itemPage, type PageLine } from './item-page.ts';
import type { LabelItem } from './label-item.ts';
import type { Pressed, Session } from './press.ts';
import { type ScreenParts, screenFrame } from './screen-frame.ts';

/** What is shown of a session at the size that the terminal has now. */
export type SessionView = {
  page(session: Session): PageLine[];
  parts(session: Session): ScreenParts;
  /** The keys that count, the lines of the page and the rows for them. */
  size(session: Session): Pick<Pressed, 'keys' | 'lines' | 'rows'>;
};

const over = {
  sections: [
    { title: 'done', text: 'All of them are labelled. Press q to finish, or u to take the last one back.' },
  ],
};

/** Makes the view of a session. A page is laid out once for each width. */
export function sessionView(
  { open, before, skipped }: { open: readonly LabelItem[]; before: number; skipped: number },
  out: Output,
): SessionView {
  let kept: { at: number; width: number; lines: PageLine[] } | undefined;
  const page = ({ at }: Session) => {
    const { width } = out;
    if (kept?.at !== at || kept.width !== width)
      kept = { at, width, lines: itemPage(open[at] ?? over, width) };
    return kept.lines;
  };
  const parts = (session: Session): ScreenParts => {
    const item = open[session.at] ?? open.at(-1)!;
    const { suite, check, case: id } = item.label;
    const name = session.at < open.length ? id : '';
    const { width, height = 24 } = out;
    return { session, title: `${suite} · ${check}`, name, before, skipped, keys: item.keys, width, height };
  };
  const size = (session: Session) => ({
    keys: parts(session).keys,
    lines: page(session).length,
    rows: screenFrame(parts(session)).rows,
  });
  return { page, parts, size };
}
