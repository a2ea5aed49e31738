/** Answers that passed, of how many. */
export type PairCount = { passed: number; of: number };

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
  /** The numbers of answers that the shares are of, where they are known. */
  counts?: { baseline: PairCount; candidate: PairCount };
};
