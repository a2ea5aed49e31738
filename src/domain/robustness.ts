/** How many parents hold under their variants. */
export type Robust = {
  /** The kind of the variants; undefined stands for all kinds together. */
  kind?: string;
  /** Parents that pass themselves and have a variant with a verdict, and those of them of which every variant passes. */
  parents: number;
  hold: number;
  /** Share (0..1) that holds with its 95 % interval (Wilson); null without a parent. */
  rate: number | null;
  low: number | null;
  high: number | null;
  /** Parents beside these of which no variant fails and some has no verdict: they could go either way. */
  open: number;
};

/** The robustness of one arm: all kinds together, and each, the worst first. */
export type Robustness = {
  all: Robust;
  kinds: Robust[];
  /** Parents with variants that do not pass themselves: they are in none of the shares. */
  failing: number;
};

/** One kind before and after, over the parents that pass on both sides. */
export type RobustChange = {
  kind?: string;
  parents: number;
  /** Parents that hold. */
  before: number;
  after: number;
  /** Exact one-sided p of "no fewer hold than before", corrected for the number of kinds (Holm). */
  p: number;
  /** It is proven that fewer hold. */
  isWidened: boolean;
};
