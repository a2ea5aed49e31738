import type { Output } from '../world.ts';
import { itemPage, type PageLine } from './item-page.ts';
import type { Pressed, Session } from './press.ts';
import { type ScreenParts, screenFrame } from './screen-frame.ts';
import type { SessionItem } from './session-item.ts';

/** What is shown of a session at the size that the terminal has now. */
export type SessionView = {
  page(session: Session): PageLine[];
  parts(session: Session): ScreenParts;
  /** The keys that count, the lines of the page and the rows for them. */
  size(session: Session): Pick<Pressed, 'keys' | 'lines' | 'rows'>;
};

/** What a session goes through; `over` is what is said when all of it is done. */
export type Viewed = { open: readonly SessionItem[]; over: string; before: number; skipped: number };

/** Makes the view of a session. A page is laid out once for each width. */
export function sessionView({ open, over, before, skipped }: Viewed, out: Output): SessionView {
  let kept: { at: number; width: number; lines: PageLine[] } | undefined;
  const page = ({ at }: Session) => {
    const { width } = out;
    if (kept?.at !== at || kept.width !== width)
      kept = { at, width, lines: open[at]?.page(width) ?? lastPage(over, width) };
    return kept.lines;
  };
  const parts = (session: Session): ScreenParts => {
    const item = open[session.at] ?? open.at(-1)!;
    const name = session.at < open.length ? item.name : '';
    const { width, height = 24 } = out;
    return { session, title: item.title, name, before, skipped, keys: item.keys, width, height };
  };
  const size = (session: Session) => ({
    keys: parts(session).keys,
    lines: page(session).length,
    rows: screenFrame(parts(session)).rows,
  });
  return { page, parts, size };
}

const lastPage = (over: string, width: number) =>
  itemPage(
    { sections: [{ title: 'done', text: `${over} Press q to finish, or u to take the last one back.` }] },
    width,
  );
