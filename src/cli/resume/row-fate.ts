import type { Run } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { PlannedCases } from './planned-cases.ts';

/** A finished trial held against the plan of today: it holds, its case or its arm was edited, or it is not planned. */
export type Fate = 'kept' | 'case-edited' | 'arm-edited' | 'case-gone' | 'gone';

/** A test for rows. `isArmEdited` knows the arms whose prompt, model or settings are not what they were. */
export function rowFate(
  now: Pick<Run, 'suites'>,
  cases: PlannedCases,
  isArmEdited: (row: TrialRow) => boolean,
): (row: TrialRow) => Fate {
  const suites = new Map(
    now.suites.map(({ name, repeat, arms }) => [name, { repeat, arms: new Set(arms.map(({ id }) => id)) }]),
  );
  return (row) => {
    const suite = suites.get(row.suite);
    if (!suite?.arms.has(row.arm) || row.repeat > suite.repeat) return 'gone';
    const planned = cases.get(row.suite)?.get(row.case);
    if (!planned) return 'case-gone';
    if (planned.digest !== row.caseDigest || planned.gradersDigest !== row.gradersDigest)
      return 'case-edited';
    return isArmEdited(row) ? 'arm-edited' : 'kept';
  };
}
