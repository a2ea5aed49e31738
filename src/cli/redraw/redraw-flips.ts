import type { Run } from '../../domain/run.ts';
import type { Summary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { Plan } from '../../plan/plan.ts';
import { count } from '../../text/count.ts';
import type { Afresh } from '../evidence/afresh.ts';
import { drawCase } from './draw-case.ts';
import { type FlipLot, flipLots } from './flip-lots.ts';
import { openFlips } from './open-flips.ts';

/**
 * Asks the cases that were lost again, each until its own test says whether it has regressed: side by side, one
 * question after the other for each. Gives back how many were stopped before that.
 */
export async function redrawFlips(
  { suites: planned }: Pick<Plan, 'suites'>,
  { suites }: Pick<Run, 'suites'>,
  summary: Pick<Summary, 'suites'>,
  drawn: readonly TrialRow[],
  { ask, keep, begin }: Afresh,
): Promise<number> {
  const open = openFlips(suites, summary);
  const lots = (await Promise.all(open.map((one) => flipLots(one, planned)))).flat();
  if (lots.length === 0) return 0;
  begin(`re-drawing ${count(lots.length, 'flip')}`);
  const isOf =
    ({ case: id, lot }: FlipLot) =>
    (row: TrialRow) =>
      row.case === id && row.suite === lot.suite.name && row.arm === lot.arm.id;
  const ended = await Promise.all(lots.map((one) => drawCase(one.lot, drawn.filter(isOf(one)), ask, keep)));
  return ended.filter((end) => end === 'stopped').length;
}
