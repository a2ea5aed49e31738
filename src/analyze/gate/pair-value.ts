/** One case in numbers: what is tested is the share of its repeats that passed. */
export type PairValue = {
  /** Shares, 0..1. */
  baseline: number;
  candidate: number;
  /** Above 0. */
  weight: number;
  group?: string;
  /** One answer against one, or repeats that all agree: both shares are 0 or 1. */
  isSingle: boolean;
};
