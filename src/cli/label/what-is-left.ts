import type { Label } from '../../domain/label.ts';
import type { LabelItem } from './label-item.ts';

/** What a person has still to label, in its order. */
export type WhatIsLeft = {
  open: LabelItem[];
  /**
   * Of each open item: labels of this person that stand before it in the order (of the last one, behind it too) and
   * were no random pick when they were given. With the item they become a part of the random sample.
   */
  passed: Label[][];
  /** The same, where nothing is open. */
  settled: Label[];
  /** Items that this person has labelled, and those of them that they could not tell. */
  before: number;
  skipped: number;
};

/**
 * Parts what is done from what is open. Nobody is asked twice. What an audit picked, or somebody by name, and what then
 * comes up by chance as well is drawn at random too: left out, the sample would lack just these.
 */
export function whatIsLeft(
  chosen: readonly LabelItem[],
  labels: readonly Label[],
  rater: string,
): WhatIsLeft {
  const own = new Map(labels.filter((one) => one.rater === rater).map((one) => [one.id, one]));
  const left: WhatIsLeft = { open: [], passed: [], settled: [], before: 0, skipped: 0 };
  for (const item of chosen) {
    const known = own.get(item.label.id);
    if (!known) {
      left.open.push(item);
      left.passed.push(left.settled);
      left.settled = [];
      continue;
    }
    left.before += 1;
    if (known.label === null) left.skipped += 1;
    if (item.label.pick === 'random' && known.pick !== 'random') left.settled.push(drawn(item, known));
  }
  return left.open.length === 0 ? left : closed(left);
}

/** What stands behind the last open item goes with it. */
function closed(left: WhatIsLeft): WhatIsLeft {
  left.passed.at(-1)!.push(...left.settled);
  return { ...left, settled: [] };
}

const drawn = ({ label: item }: LabelItem, { label, rater, at }: Label): Label => ({
  ...item,
  label,
  rater,
  ...(at === undefined ? {} : { at }),
});
