import type { TrialRow } from '../../domain/trial-row.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';
import { withPromptChecks } from '../../plan/with-prompt-checks.ts';
import { fateToday } from './fate-today.ts';
import type { Today } from './today.ts';

/** The rows that hold today, each with its case as it is graded now. Rejects when a case cannot be read any more. */
export async function* storedTrials(
  rows: AsyncIterable<TrialRow>,
  today: Today,
): AsyncGenerator<StoredTrial> {
  for await (const row of rows) {
    if (fateToday(row, today) !== 'holds') continue;
    const suite = today.suites.get(row.suite)!;
    const { index } = today.cases.get(row.suite)!.get(row.case)!;
    const one = await suite.cases.read(index);
    yield { row, suite, case: withPromptChecks(one, today.checksOf(row)) };
  }
}
