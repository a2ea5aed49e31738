import type { ArmResults } from './arm-results.ts';
import type { Regrading } from './regrading.ts';

/** Who said that this is good, when and why. */
export type Acceptance = {
  /** ISO 8601, UTC. */
  at: string;
  /** `Name <address>` as git knows it, or the name of the account. */
  by: string;
  reason: string;
  /** The run that it was made of. */
  run: string;
  commit?: string;
  /** Files that git knows had changes that were not committed. */
  dirty?: true;
  /** Version of this program. */
  evals: string;
  /** The results of a run were taken as they stood, as asking again would give the same. */
  asIs?: true;
};

/** The baseline asked again and held against itself: what differs when nothing has changed. */
export type AgainstItself = {
  /** ISO 8601, UTC. */
  at: string;
  run: string;
  pairs: number;
  /** Share (0..1) of pairs of single answers that differ in passing. */
  discordance: number;
};

/** One lane of a baseline. */
export type BaselineLane = ArmResults & {
  accepted: Acceptance;
  aa?: AgainstItself;
  /** Only in the copy that a run keeps: its stored answers were graded again by the graders of that run, or not and why. */
  regraded?: Regrading;
};

/** `evals/baselines/<suite>.json`: what a suite is held against. Lanes in the order of their names. */
export type Baseline = { schemaVersion: 1; suite: string; lanes: BaselineLane[] };
