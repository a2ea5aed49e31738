import type { RunEvent } from '../../domain/run-event.ts';
import type { Execution } from '../../execute/execute.ts';
import { regrade } from '../../execute/regrade.ts';
import { gradingWidth } from './grading-width.ts';
import type { StoredAnswers } from './stored-answers.ts';

/** The trials of a stored run, graded again: tells of them as a run does of those that it asks. */
export const regradeTrials = (
  { trials }: Pick<StoredAnswers, 'trials'>,
  execution: Execution,
): AsyncGenerator<RunEvent[]> =>
  regrade({ ...execution, trials: trials(), width: gradingWidth(execution.pools) });
