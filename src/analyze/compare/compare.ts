import type { Comparison } from '../../domain/comparison.ts';
import type { Gate } from '../../domain/gate.ts';
import type { Quarantined } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { ComparedSide } from './compared-side.ts';

/** What a comparison is held against, and what there is beside both sides. */
export type CompareOptions = {
  gate: Gate;
  quarantine?: readonly Quarantined[];
  /** Fresh answers to cases that flipped, of any arm: those of the candidate's suite and arm are taken. */
  redraws?: readonly TrialRow[];
  /** Fresh answers of the baseline, of any lane: those of its suite and lane are taken. */
  canary?: readonly TrialRow[];
  /** Not all cases of the suite were chosen, so that a case without a pair was not removed. */
  isPartial: boolean;
  /** Share (0..1) of pairs that differ where nothing has changed, from the baseline held against itself. */
  discordance?: number;
  /** The run was ended before all cases were asked: what is not there is not missing. */
  stopped?: Comparison['stopped'];
};

/** Holds one arm against another, case by case. */
export function compare(
  baseline: ComparedSide,
  candidate: ComparedSide,
  options: CompareOptions,
): Comparison {
  throw new Error(`not yet: ${baseline.label} ${candidate.label} ${options.isPartial}`);
}
