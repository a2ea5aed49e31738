/** How one case came out in one arm, over its planned repeats: what a comparison stands on. */
export type CaseResult = {
  id: string;
  /** Of the case's content, as in the row. */
  digest: string;
  /** Of how it was graded; empty when that is not known. */
  graders: string;
  /** Graded repeats that passed, and all that were graded. */
  passed: number;
  of: number;
  /** Planned repeats without a verdict: errored, ungraded or not run. */
  open: number;
  /** Mean score of the graded repeats, 0..1; null when there are none. */
  score: number | null;
  weight: number;
  group?: string;
  tags: string[];
  /** The kind of attack. */
  adversarial?: string;
};
