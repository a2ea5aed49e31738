import { mostDraws } from '../../analyze/compare/most-draws.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { Lot } from '../../plan/plan.ts';
import { flakeTest } from '../../stats/flake-test.ts';
import type { AskFresh } from '../evidence/fresh-asker.ts';

const isCounted = ({ status }: TrialRow) => status === 'passed' || status === 'failed';

/** After so many fresh answers that are no verdict, the case is left alone. */
const mostErrors = 2;

/** What came of one case: decided (also by the last draw), without a verdict because of errors, or stopped before. */
export type Drawn = 'decided' | 'errored' | 'stopped';

/**
 * Asks one case again and again until its test says what it is; `before` are the rows of a run that is gone on with.
 * Each row is kept by `keep` before the next question. `lot` names the planned repeats: fresh ones are counted after them.
 */
export async function drawCase(
  lot: Lot,
  before: readonly TrialRow[],
  ask: AskFresh,
  keep: (row: TrialRow) => void,
): Promise<Drawn> {
  const test = flakeTest();
  let [errors, repeat] = [0, Math.max(lot.repeat, ...before.map((row) => row.repeat))];
  for (const row of before.filter(isCounted)) test.add(row.status === 'passed');
  while (test.verdict() === undefined && test.draws() < mostDraws && errors < mostErrors) {
    repeat += 1;
    const row = await ask({ ...lot, repeat });
    if (!row) return 'stopped';
    keep(row);
    if (isCounted(row)) test.add(row.status === 'passed');
    else errors += 1;
  }
  return errors < mostErrors || test.verdict() !== undefined ? 'decided' : 'errored';
}
