import type { BaselineLane } from '../../domain/baseline.ts';
import { readJournal } from '../../store/read-journal.ts';
import type { StoredResults } from './regrade-results.ts';

/** A lane with the answers that it was made of. Of `runs` only: the id stands in a file that anybody may have written. */
export function storedLane(
  root: string,
  suite: string,
  { arm, repeat, cases, accepted }: BaselineLane,
  runs: readonly string[],
): StoredResults {
  const rows = runs.includes(accepted.run) ? () => readJournal(root, accepted.run) : undefined;
  return { suite, arm, repeat, cases, run: accepted.run, rows };
}
