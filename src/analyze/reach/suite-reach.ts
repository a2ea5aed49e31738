import type { BaselineLane } from '../../domain/baseline.ts';
import type { Gate } from '../../domain/gate.ts';
import type { ReachCase } from '../gate/gate-reach.ts';

/** What is known of a suite before anything is asked. */
export type SuiteReach = {
  suite: string;
  gate: Gate;
  /** The file has a `gate:` of its own. */
  hasGate: boolean;
  /** How often each case is asked. */
  repeat: number;
  /** Those that are graded, all of the suite. */
  cases: readonly ReachCase[];
  /** Those that are asked, each with its lane. */
  arms: readonly { id: string; lane: string }[];
  /** Of its baseline; empty when it has none. */
  lanes: readonly BaselineLane[];
};
