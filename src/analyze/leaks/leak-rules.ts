/** What counts as a copy. Source: design of frozen holdouts, after Broder 1997 and what is usual for training data. */
export const leakRules = {
  /** Normalised characters: a shorter text stands everywhere by chance. */
  shortest: 20,
  /** Jaccard index of 5-character shingles. */
  near: 0.5,
  duplicate: 0.8,
  /** As estimated from fingerprints: finds 89 % at 0.6 and all from 0.7 on, and of those at 0.4 one in a thousand. */
  nearEstimate: 0.55,
  /** Words in a row of which any run in a file is a copy. */
  run: 13,
  /** Words in a row of which a share is a copy. */
  shingle: 8,
  share: 0.5,
};
