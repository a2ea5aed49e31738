import { Chalk } from 'chalk';
import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { channel } from '../../flow/channel.ts';
import type { LabelFile } from '../../store/label-file.ts';
import { messageOf } from '../../text/message-of.ts';
import { isColorful } from '../is-colorful.ts';
import { Refusal } from '../refusal.ts';
import type { Keyboard, World } from '../world.ts';
import { fullScreen } from './full-screen.ts';
import type { LabelItem } from './label-item.ts';
import { labelScreen } from './label-screen.ts';
import { type Effect, press, type Session } from './press.ts';
import { readKeys } from './read-keys.ts';
import { sessionView } from './session-view.ts';

/** What is labelled in a session, by whom, and what was done before it. */
export type SessionPlan = {
  /** Not yet labelled by this person, in the order in which they are shown; at least one. */
  open: readonly LabelItem[];
  before: number;
  skipped: number;
  rater: string;
  file: LabelFile;
  /** What messages call the file. */
  name: string;
};

/** What a session came to. */
export type Labelled = { said: readonly (string | null)[]; isInterrupted: boolean };

/** What happens while somebody labels. */
type Happening = { type: 'keys'; text: string } | { type: 'resized' } | { type: 'stopped' };

/**
 * Shows items one after the other and takes a person's verdicts, until they leave or nothing is left and they say so.
 * Every verdict is on disk before the next item is shown. The terminal is as before, whatever happens; rejects when the
 * disk does not take a label.
 */
export async function labelSession(plan: SessionPlan, keys: Keyboard, world: World): Promise<Labelled> {
  const events = channel<Happening>();
  const stop = () => events.push({ type: 'stopped' });
  const screen = fullScreen(world.out);
  const undo: (() => void)[] = [() => screen.leave()];
  try {
    undo.unshift(keys.listen((text) => events.push({ type: 'keys', text }), stop));
    undo.unshift(world.onInterrupt(stop));
    undo.unshift(world.out.onResize?.(() => events.push({ type: 'resized' })) ?? (() => {}));
    return await goThrough(plan, events.batches(), (rows) => screen.draw(rows), world);
  } finally {
    for (const one of undo) one();
  }
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
        const notice = effect ? carryOut(effect, plan, session, world) : undefined;
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
function carryOut(
  effect: Effect,
  { open, rater, file, name: called }: SessionPlan,
  { at }: Session,
  { clock }: World,
): string | undefined {
  try {
    if (effect.do === 'write') {
      const { schemaVersion, id, suite, check, case: name, ...rest } = open[at]!.label;
      const said = { label: effect.label, rater, at: clock.date().toISOString() };
      // What a person looks for in a line comes first.
      file.append({ schemaVersion, id, suite, check, case: name, ...said, ...rest });
    }
    if (effect.do === 'undo' && !file.undo())
      return 'The file was changed meanwhile: what you say now is added, and counts.';
    return undefined;
  } catch (error) {
    const problem = problems.labelsNotWritten({ file: called, detail: messageOf(error) });
    throw new Refusal([problem], exitCode.incomplete);
  }
}
