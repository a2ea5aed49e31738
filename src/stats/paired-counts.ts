/** How the pairs fell: `losses` passed with the baseline and fail with the candidate, `gains` the other way round. */
export type PairedCounts = {
  losses: number;
  gains: number;
  /** All pairs, with those on which both agree. */
  pairs: number;
};
