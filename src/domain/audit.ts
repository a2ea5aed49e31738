import type { GateVerdict } from './comparison.ts';

/**
 * What the judge said of a case: it passes both sides, the baseline's answer only, the candidate's only, or neither. Where
 * both sides gave one and the `same` answer no label is needed: a person would say the same of both.
 */
export type AuditCell = 'both' | 'lost' | 'gained' | 'neither' | 'same';

/** A case that a person is to label on both sides; the ids are those of the items (see `Label`). */
export type AuditedCase = { case: string; cell: AuditCell; before: string; after: string };

/** How persons label the pairs of one cell: they pass the baseline's answer only, the candidate's only, or say the same of both. */
export type AuditLabels = { losses: number; gains: number; ties: number };

/** What persons' labels say of one lane. Shares are 0..1, differences −1..1. */
export type AuditOutcome = {
  /** ISO 8601, UTC. */
  at: string;
  /** From the project's root; SHA-256 (hex, first 16) of the file. Undefined where nothing was to be labelled. */
  labels?: { file: string; digest: string };
  strata: Record<AuditCell, AuditLabels>;
  /** Picked cases that are labelled on both sides, and those that are not yet. */
  labelled: number;
  missing: number;
  /** The pass rate of the candidate less that of the baseline, as persons would give them, with its interval. */
  effect: number;
  low: number;
  high: number;
  confidence: number;
  margin: number;
  verdict: GateVerdict;
  /** A whole sentence with the numbers. */
  sentence: string;
};

/** One lane of a run beside its baseline, as a judge sees them. */
export type AuditLane = {
  lane: string;
  /** Of the run, and the run and arm of its baseline. */
  arm: string;
  baseline: { run: string; arm: string };
  /** Cases by what the judge said of them. */
  cells: Record<AuditCell, number>;
  /** Cases of either side that have no pair of verdicts: edited, gone, without a verdict, or judged otherwise. */
  leftOut: number;
  /** Cases are of groups, so that they are not independent, or have weights. */
  hasGroups: boolean;
  hasWeights: boolean;
  /** Those that are picked. */
  cases: AuditedCase[];
  outcome?: AuditOutcome;
};

/** `audit.json` in the folder of a run: what persons should label, so that a comparison stands also when its judge favours one side. */
export type Audit = {
  schemaVersion: 1;
  run: string;
  suite: string;
  check: string;
  judge: string;
  /** ISO 8601, UTC. */
  at: string;
  evals: string;
  /** Of the draw of concordant cases, and how many of them are drawn in each lane. */
  seed: number;
  concordant: number;
  /** The runs whose answers are labelled. */
  runs: string[];
  /** By the id of the item. */
  picks: Record<string, 'discordant' | 'concordant'>;
  lanes: AuditLane[];
};
