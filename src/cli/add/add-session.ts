import { Chalk } from 'chalk';
import { isColorful } from '../is-colorful.ts';
import { atTerminal, type Happening } from '../label/at-terminal.ts';
import { itemPage, type PageLine } from '../label/item-page.ts';
import type { Keyboard, World } from '../world.ts';
import { addScreen } from './add-screen.ts';
import type { Draft } from './draft.ts';
import { draftSections } from './draft-sections.ts';
import { type AddPressed, type AddSession, pressAdd } from './press-add.ts';
import { readTyping } from './read-typing.ts';

/** What is gone through, and what to do with each case that a person wants. */
export type AddPlan = {
  title: string;
  drafts: readonly Draft[];
  /** Puts a case on disk; throws when the disk does not take it. */
  add(draft: Draft): void;
  /** What is wrong with an id for a draft, or nothing. */
  mayBe(id: string, draft: Draft, drafts: readonly Draft[]): string | undefined;
};

/**
 * Shows drafts one after the other; a person changes, adds or skips each. What is added is on disk before the next is shown.
 * The terminal is as before, whatever happens. Gives back the drafts that were added.
 */
export function addSession(
  plan: AddPlan,
  keys: Keyboard,
  world: World,
): Promise<{ added: Draft[]; isInterrupted: boolean }> {
  return atTerminal(keys, world, (batches, draw) => goThrough(plan, batches, draw, world));
}

async function goThrough(
  plan: AddPlan,
  batches: AsyncIterable<Happening[]>,
  draw: (rows: string[]) => void,
  { clock, out, env }: World,
): Promise<{ added: Draft[]; isInterrupted: boolean }> {
  const chalk = new Chalk({ level: isColorful(out, env) ? 1 : 0 });
  const toTyped = readTyping();
  const added: Draft[] = [];
  let session: AddSession = { at: 0, drafts: plan.drafts, added: 0, top: 0, since: clock.now(), notice: '' };
  const show = () => {
    const { width, height = 24 } = out;
    draw(addScreen.draw({ session, title: plan.title, width, height }, pageOf(session, width), chalk));
  };
  show();
  for await (const batch of batches) {
    for (const event of batch) {
      if (event.type === 'stopped') return { added, isInterrupted: true };
      for (const typed of event.type === 'keys' ? toTyped(event.text) : []) {
        const { session: next, effect } = pressAdd(session, { typed, ...known(plan, session, out, clock) });
        if (effect?.do === 'quit') return { added, isInterrupted: effect.isInterrupted };
        if (effect) {
          plan.add(effect.draft);
          added.push(effect.draft);
        }
        session = next;
      }
    }
    show();
  }
  return { added, isInterrupted: true };
}

const pageOf = ({ drafts, at }: AddSession, width: number): PageLine[] => {
  const draft = drafts[at];
  return draft ? itemPage({ sections: draftSections(draft) }, width) : [];
};

/** What is known when a key is pressed. */
function known(
  plan: Pick<AddPlan, 'mayBe'>,
  session: AddSession,
  { width, height = 24 }: World['out'],
  clock: World['clock'],
): Omit<AddPressed, 'typed'> {
  const draft = session.drafts[session.at];
  return {
    lines: pageOf(session, width).length,
    rows: addScreen.rows(height),
    now: clock.now(),
    mayBe: (id) => (draft ? plan.mayBe(id, draft, session.drafts) : undefined),
  };
}
