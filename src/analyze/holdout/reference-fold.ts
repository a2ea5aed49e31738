import type { RunArm, RunSuite } from '../../domain/run.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { armFold } from '../arm-fold.ts';
import type { ComparedSide } from '../compare/compared-side.ts';
import { resultsFold } from '../results-fold.ts';

/** Counts the rows of a baseline's arm that was asked the holdout in the same run. */
export type ReferenceFold = { add(row: TrialRow): void; side(): ComparedSide; counts(): ArmSummary };

/** Starts the counts of one: what a candidate of its lane is held against, as no baseline has results of a holdout. */
export function referenceFold(suite: RunSuite, arm: RunArm): ReferenceFold {
  const [results, counts] = [resultsFold(suite, arm), armFold(suite, arm)];
  return {
    add(row) {
      results.add(row);
      counts.add(row);
    },
    side: () => ({ results: results.end(), label: 'baseline, asked afresh' }),
    counts: () => counts.end(),
  };
}
