/** From here on a gate may rest on a judge. All shares are 0..1. Source: design of the statistics, section 5. */
export const fitness = {
  /** Labelled outputs with a verdict, and those of them of each kind by the persons. */
  labels: 50,
  ofEachKind: 20,
  /** The lower limit of J, and that of the share of pairs in which the order changes nothing. */
  j: 0.4,
  order: 0.8,
  /** At most so often it contradicts itself, and so many of its replies hold no verdict. */
  flips: 0.1,
  unread: 0.02,
  /** The one-sided p up to which empty words are taken to help. */
  padding: 0.05,
};
