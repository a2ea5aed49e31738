import type { ComparedSide } from '../../analyze/compare/compared-side.ts';
import type { ArmResults } from '../../domain/arm-results.ts';
import type { Acceptance } from '../../domain/baseline.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Regrading } from '../../domain/regrading.ts';
import type { RunArm, RunSuite } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';

/** An arm that can be named: where it stands, and what it is. */
export type NamedArm = { suite: string; arm: RunArm };

/** One arm of one suite on one side, with where its answers are. */
export type SideArm = NamedArm & {
  results: ArmResults;
  accepted?: Acceptance;
  /** The run whose answers these are; with the id of the arm it tells when two sides are the same. */
  run: string;
  /** Planned cases of which there is no row, and planned trials. */
  unseen?: number;
  /** Its cases that are only observed. */
  observed?: readonly string[];
  /** Its cases that were made from others. */
  variants?: ComparedSide['variants'];
  unasked?: number;
  /** What was asked beside that run; undefined for a baseline. */
  evidence?: Evidence;
  /** Share (0..1) of its pairs that differed when it was asked again and held against itself. */
  discordance?: number;
  /** What became of those of its answers that are graded otherwise on the other side. */
  regraded?: Regrading;
  /** Commits at which the text of its prompt may stand as it was then. */
  commits: string[];
  /** As that run planned it; undefined where only the results are known. */
  planned?: RunSuite;
  /** The rows of that run, each time from disk; undefined when it is not there any more. */
  rows?: () => AsyncIterable<TrialRow>;
};

/** What one reference means. */
export type DiffSide = {
  /** `baseline`, `run 20261120-…`, `baseline at git:main`. */
  label: string;
  /** As it was typed. */
  reference: string;
  /** All that it has, also where only one is looked at. */
  suites: string[];
  arms: SideArm[];
};
