import type { TrialRow } from '../../domain/trial-row.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';
import { storedTrial } from './stored-trial.ts';
import type { Today } from './today.ts';

/** The rows that hold today, each with its case as it is graded now. Rejects when a case cannot be read any more. */
export async function* storedTrials(
  rows: AsyncIterable<TrialRow>,
  today: Today,
): AsyncGenerator<StoredTrial> {
  for await (const row of rows) {
    const one = await storedTrial(row, today);
    if (one) yield one;
  }
}
