import type { GateVerdict } from '../../src/domain/comparison.ts';

/** What one made-up run came to. */
export type Decided = {
  verdict: GateVerdict;
  /** Share (0..1) of the planned answers that were asked for; all of them when undefined. */
  asked?: number;
};

/** A world of which the truth is known, to be drawn from many times. */
export type Scenario = {
  /** The table that it belongs to. */
  table: string;
  name: string;
  margin: number;
  /** Candidate less baseline in truth: an unchanged candidate is at 0, one at the margin at -margin. */
  truth: number;
  /** Most (0..1) that the false verdict may come up: PASS where it is worse by the margin, FAIL where it is not worse. */
  promise: number;
  /** What power was planned with the formulas of `evals check`: of PASS where nothing changed, of FAIL at the margin. */
  planned?: number;
  decide(random: () => number): Decided;
};
