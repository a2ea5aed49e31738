import type { TrialRow } from '../../domain/trial-row.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';
import { withPromptChecks } from '../../plan/with-prompt-checks.ts';
import { fateToday } from './fate-today.ts';
import type { Today } from './today.ts';

/** A row with its case as it is graded now; undefined where it does not hold today. Rejects when the case cannot be read any more. */
export async function storedTrial(row: TrialRow, today: Today): Promise<StoredTrial | undefined> {
  if (fateToday(row, today) !== 'holds') return undefined;
  const suite = today.suites.get(row.suite)!;
  const { index } = today.cases.get(row.suite)!.get(row.case)!;
  const one = await suite.cases.read(index);
  return { row, suite, case: withPromptChecks(one, today.checksOf(row)) };
}
