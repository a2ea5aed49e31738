import type { Arm } from '../domain/arm.ts';
import type { Suite } from '../domain/suite.ts';

/** One suite with its arms and the order of its cases. */
export type PlannedSuite = {
  suite: Suite;
  arms: Arm[];
  /** Indexes of the chosen cases, in the order in which they are asked. */
  order: Uint32Array;
  /** All repeats of a case are asked before the next case. */
  isCaseByCase?: true;
};

/** What stands for a trial until it is its turn: nothing of the case is in memory yet. */
export type Lot = { suite: Suite; arm: Arm; index: number /** From 1. */; repeat: number };
