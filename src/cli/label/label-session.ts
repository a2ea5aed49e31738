import { Chalk } from 'chalk';
import type { Label } from '../../domain/label.ts';
import { channel } from '../../flow/channel.ts';
import type { LabelFile } from '../../store/label-file.ts';
import { isColorful } from '../is-colorful.ts';
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
  /** Of each: labels that go into the file with it. */
  passed: readonly (readonly Label[])[];
  before: number;
  skipped: number;
  rater: string;
  file: LabelFile;
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
  { open, passed, rater, file }: SessionPlan,
  { at }: Session,
  { clock }: World,
): string | undefined {
  if (effect.do === 'write') {
    const said = { label: effect.label, rater, at: clock.date().toISOString() };
    file.append([...passed[at]!, { ...open[at]!.label, ...said }]);
  }
  return effect.do === 'undo' && !file.undo()
    ? 'The file was changed meanwhile: what you say now is added, and counts.'
    : undefined;
}
