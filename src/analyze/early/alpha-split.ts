/** One-sided error rates, 0..1. */
export type AlphaSplit = {
  /** Of all looks together, by evidence that may be looked at any time. */
  looks: number;
  /** Of the gate over all cases. */
  end: number;
};

/** A fifth for the looks, the rest for the gate at the end: together they are wrong no more often than `alpha`. */
export const alphaSplit = (alpha: number): AlphaSplit => ({ looks: alpha / 5, end: (4 * alpha) / 5 });
