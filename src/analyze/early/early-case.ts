import type { PairSide } from '../gate/gate-pair.ts';

/** A planned case, as far as it is known before it is asked. */
export type EarlyCase = {
  id: string;
  weight: number;
  group?: string;
  tags: readonly string[];
  /** What the baseline says of it; undefined where the two cannot be compared. */
  baseline?: PairSide;
  /** The floor and the rule about critical cases count it: it is graded, and not in quarantine. */
  isCounted: boolean;
};
