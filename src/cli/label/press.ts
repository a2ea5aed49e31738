import { scrolled } from './scrolled.ts';
import type { VerdictKey } from './verdict-keys.ts';

/** How a session stands. */
export type Session = {
  /** The item that is shown: 0-based; as many as there are when all are labelled. */
  at: number;
  count: number;
  /** What was said in this session, the oldest first; null where the person cannot tell. */
  said: readonly (string | null)[];
  /** The first line of the page that is on the screen, from 0. */
  top: number;
  /** Since when (milliseconds of the clock) this item is shown. */
  since: number;
  /** A word to the person, until the next key. */
  notice: string;
};

/** What a key means for the world. */
export type Effect =
  | { do: 'write'; label: string | null }
  | { do: 'undo' }
  | { do: 'quit'; isInterrupted: boolean };

/** What is known when a key is pressed: the menu's keys, lines of the page, rows for it, milliseconds of the clock. */
export type Pressed = { key: string; keys: readonly VerdictKey[]; lines: number; rows: number; now: number };

/** Nobody has read a text that is shown for a shorter time: the key was held down, or pressed twice. */
const shortestLookMs = 300;

/** What comes of a key: how the session stands, and what is to be done. Keys that mean nothing change nothing. */
export function press(session: Session, pressed: Pressed): { session: Session; effect?: Effect } {
  const { key } = pressed;
  const quiet = { ...session, notice: '' };
  if (key === 'ctrl-c' || key === 'q' || key === 'ctrl-d')
    return { session: quiet, effect: { do: 'quit', isInterrupted: key === 'ctrl-c' } };
  if (key === 'u') return undone(quiet, pressed);
  const top = scrolled(session.top, pressed);
  if (top !== undefined) return { session: { ...quiet, top } };
  const label = meant(pressed);
  if (label === undefined || session.at >= session.count) return { session };
  if (pressed.now - session.since < shortestLookMs)
    return { session: { ...session, notice: 'That was too quick to have been read: press it again.' } };
  const next = { ...quiet, at: session.at + 1, said: [...session.said, label], top: 0, since: pressed.now };
  return { session: next, effect: { do: 'write', label } };
}

function undone(session: Session, { now }: Pressed): { session: Session; effect?: Effect } {
  if (session.said.length === 0)
    return { session: { ...session, notice: 'Nothing of this session is left to undo.' } };
  const before = { at: session.at - 1, said: session.said.slice(0, -1), top: 0, since: now };
  return {
    session: { ...session, ...before, notice: 'Taken back: say it anew.' },
    effect: { do: 'undo' },
  };
}

/** Undefined when the name is on no key. */
function meant({ key, keys }: Pressed): string | null | undefined {
  const small = key.toLowerCase();
  if (small === 's') return null;
  return keys.find((one) => one.key === small)?.label;
}
