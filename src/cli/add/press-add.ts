import type { Json } from '../../domain/json.ts';
import { scrolled } from '../label/scrolled.ts';
import type { Draft } from './draft.ts';
import type { Typed } from './read-typing.ts';

/** What of a case a person may write. */
export type DraftField = 'id' | 'tags' | 'expect';

/** How a session stands. */
export type AddSession = {
  /** What is shown: 0-based; as many as there are when all is done. */
  at: number;
  drafts: readonly Draft[];
  added: number;
  /** The first line of the page that is on the screen. */
  top: number;
  /** Since when (milliseconds of the clock) this draft is shown. */
  since: number;
  /** What is being written, and as far as it is. */
  writing?: { field: DraftField; text: string } | undefined;
  /** A word to the person, until the next key. */
  notice: string;
};

/** What a key means for the world. */
export type AddEffect = { do: 'add'; draft: Draft } | { do: 'quit'; isInterrupted: boolean };

/** What is known when a key is pressed; `mayBe` says what is wrong with an id, or nothing. */
export type AddPressed = {
  typed: Typed;
  lines: number;
  rows: number;
  now: number;
  mayBe(id: string): string | undefined;
};

type Pressed = { session: AddSession; effect?: AddEffect };

/** Nobody has read a text that is shown for a shorter time. */
const shortestLookMs = 300;
const fields: Record<string, DraftField> = { i: 'id', t: 'tags', e: 'expect' };

/** What comes of a key: how the session stands, and what is to be done. Keys that mean nothing change nothing. */
export function pressAdd(session: AddSession, pressed: AddPressed): Pressed {
  const { typed } = pressed;
  if ('key' in typed && typed.key === 'ctrl-c')
    return { session, effect: { do: 'quit', isInterrupted: true } };
  return session.writing
    ? write(session, session.writing, pressed)
    : choose({ ...session, notice: '' }, pressed);
}

function choose(session: AddSession, { typed, lines, rows, now }: AddPressed): Pressed {
  if (!('key' in typed)) return { session };
  const { key } = typed;
  if (key === 'q' || key === 'ctrl-d') return { session, effect: { do: 'quit', isInterrupted: false } };
  const draft = session.drafts[session.at];
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (draft && field) return { session: { ...session, writing: { field, text: asWritten(draft, field) } } };
  const top = scrolled(session.top, { key, lines, rows });
  if (top !== undefined) return { session: { ...session, top } };
  if (!draft || (key !== 'a' && key !== 's')) return { session };
  if (now - session.since < shortestLookMs)
    return { session: { ...session, notice: 'That was too quick to have been read: press it again.' } };
  const next = { ...session, at: session.at + 1, top: 0, since: now };
  if (key === 's') return { session: next };
  return { session: { ...next, added: session.added + 1 }, effect: { do: 'add', draft } };
}

const asWritten = ({ id, tags, expect }: Draft, field: DraftField): string => {
  if (field === 'id') return id;
  if (field === 'tags') return tags.join(', ');
  return expect === undefined ? '' : typeof expect === 'string' ? expect : JSON.stringify(expect);
};

function write(
  session: AddSession,
  { field, text }: { field: DraftField; text: string },
  { typed, mayBe }: AddPressed,
): Pressed {
  const to = (written: string) => ({
    session: { ...session, notice: '', writing: { field, text: written } },
  });
  if ('pasted' in typed) return to(text + typed.pasted.replace(/\s+/g, ' '));
  const { key } = typed;
  if (key === 'escape' || key === 'ctrl-d')
    return { session: { ...session, notice: '', writing: undefined } };
  if (key !== 'enter') return to(edited(text, key));
  const wrong = field === 'id' ? mayBe(text.trim()) : undefined;
  if (wrong !== undefined) return { session: { ...session, notice: wrong } };
  const drafts = session.drafts.map((draft, index) =>
    index === session.at ? { ...draft, ...toField(field, text.trim()) } : draft,
  );
  return { session: { ...session, drafts, notice: '', writing: undefined } };
}

/** The text after a key; one that writes nothing leaves it as it is. */
function edited(text: string, key: string): string {
  if (key === 'backspace') return [...text].slice(0, -1).join('');
  if (key === 'ctrl-u') return '';
  if (key === 'space') return `${text} `;
  return [...key].length === 1 ? text + key : text;
}

function toField(field: DraftField, text: string): Partial<Draft> {
  if (field === 'id') return { id: text };
  if (field === 'tags')
    return {
      tags: text
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    };
  return { expect: text === '' ? undefined : toExpect(text) };
}

/** A list or a map is what it says; all else is a text. */
function toExpect(text: string): Json {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
