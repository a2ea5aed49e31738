/** One side of a pair: how many of its repeats passed, of how many with a verdict, and how many have none. */
export type PairSide = { passed: number; of: number; open: number };

/** One case as the gate sees it, from both sides. */
export type GatePair = {
  baseline: PairSide;
  candidate: PairSide;
  /** Above 0. */
  weight: number;
  /** Cases of one group are not independent; undefined where a case stands alone. */
  group?: string;
  /** The names of the slices that it belongs to. */
  tags: readonly string[];
};
