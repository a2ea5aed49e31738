import { Chalk } from 'chalk';
import { isColorful } from '../is-colorful.ts';
import type { Keyboard, World } from '../world.ts';
import { atTerminal, type Happening } from './at-terminal.ts';
import { labelScreen } from './label-screen.ts';
import { type Effect, press, type Session } from './press.ts';
import { readKeys } from './read-keys.ts';
import { sessionView, type Viewed } from './session-view.ts';

/** What a session goes through (one item at least), what was done before it, and where what is said goes. */
export type SessionPlan = Viewed & {
  /** Puts on disk what was said of the item at this index, null where the person cannot tell. Rejects when it cannot be. */
  write(at: number, label: string | null): void | Promise<void>;
  /** Takes out what was written last; false when somebody else has changed the file since. */
  undo(): boolean | Promise<boolean>;
};

/** What a session came to. */
export type Labelled = { said: readonly (string | null)[]; isInterrupted: boolean };

/**
 * Shows items one after the other and takes a person's verdicts, until they leave or nothing is left and they say so.
 * Every verdict is on disk before the next item is shown. The terminal is as before, whatever happens; rejects when the
 * disk does not take a label.
 */
export function labelSession(plan: SessionPlan, keys: Keyboard, world: World): Promise<Labelled> {
  return atTerminal(keys, world, (batches, draw) => goThrough(plan, batches, draw, world));
}

async function goThrough(
  plan: SessionPlan,
  batches: AsyncIterable<Happening[]>,
  draw: (rows: string[]) => void,
  world: World,
): Promise<Labelled> {
  const { clock, out, env } = world;
  const chalk = new Chalk({ level: isColorful(out, env) ? 1 : 0 });
  const view = sessionView(plan, out);
  const toKeys = readKeys();
  let session: Session = { at: 0, count: plan.open.length, said: [], top: 0, since: clock.now(), notice: '' };
  const show = () => draw(labelScreen(view.parts(session), view.page(session), chalk));
  show();
  for await (const batch of batches) {
    for (const event of batch) {
      if (event.type === 'stopped') return { said: session.said, isInterrupted: true };
      for (const key of event.type === 'keys' ? toKeys(event.text) : []) {
        const { session: next, effect } = press(session, { key, ...view.size(session), now: clock.now() });
        if (effect?.do === 'quit') return { said: session.said, isInterrupted: effect.isInterrupted };
        const notice = effect ? await carryOut(effect, plan, session) : undefined;
        session = notice === undefined ? next : { ...next, notice };
      }
    }
    // A window that has grown shows more.
    const { lines, rows } = view.size(session);
    session = { ...session, top: Math.min(session.top, Math.max(0, lines - rows)) };
    show();
  }
  return { said: session.said, isInterrupted: true };
}

/** Does what a key asks for; gives back a word to the person where it could not be done as they meant it. */
async function carryOut(
  effect: Effect,
  plan: Pick<SessionPlan, 'write' | 'undo'>,
  { at }: Session,
): Promise<string | undefined> {
  if (effect.do === 'write') await plan.write(at, effect.label);
  return effect.do === 'undo' && !(await plan.undo())
    ? 'The file was changed meanwhile: what you say now is added, and counts.'
    : undefined;
}
