import type { LabelLine } from '../../load/read-label-lines.ts';

/** All labels of one item: the same output to the same question. */
export type LabelGroup = {
  suite: string;
  check: string;
  id: string;
  /** At least one; the item is as the first has it. */
  lines: LabelLine[];
};
