import type { LabelFile } from '../../store/label-file.ts';
import type { World } from '../world.ts';
import { itemPage } from './item-page.ts';
import type { LabelItem } from './label-item.ts';
import type { SessionPlan } from './label-session.ts';
import type { SessionItem } from './session-item.ts';
import type { WhatIsLeft } from './what-is-left.ts';

/** A session in which a person labels what is left, into a file, under their name. */
export function labelPlan(
  { open, passed, before, skipped }: Omit<WhatIsLeft, 'settled'>,
  { rater, file }: { rater: string; file: LabelFile },
  { clock }: Pick<World, 'clock'>,
): SessionPlan {
  return {
    open: open.map(toSessionItem),
    over: 'All of them are labelled.',
    before,
    skipped,
    write(at, label) {
      const said = { label, rater, at: clock.date().toISOString() };
      file.append([...passed[at]!, { ...open[at]!.label, ...said }]);
    },
    undo: () => file.undo(),
  };
}

const toSessionItem = (item: LabelItem): SessionItem => ({
  title: `${item.label.suite} · ${item.label.check}`,
  name: item.label.case,
  keys: item.keys,
  page: (width) => itemPage(item, width),
});
