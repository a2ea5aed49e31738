import type { Evidence } from '../../domain/evidence.ts';
import type { TrialRow } from '../../domain/trial-row.ts';

type Baselines = Pick<Evidence, 'baselines'>;

/** Whether the lane of a fresh answer of the baseline is held against the same accepted run by both: else it says nothing here. */
export function heldAlike(before: Baselines, now: Baselines): (row: TrialRow) => boolean {
  const runOf = ({ baselines }: Baselines, { suite, lane }: TrialRow) =>
    baselines.get(suite)?.lanes.find(({ arm }) => arm.lane === lane)?.accepted.run;
  return (row) => runOf(now, row) !== undefined && runOf(before, row) === runOf(now, row);
}
