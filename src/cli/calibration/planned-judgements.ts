/** How many outputs are judged again, how many with empty words at their end, and how many judgements that makes. */
export type PlannedJudgements = { again: number; pads: number; total: number };

/** At least so many are judged again, or all; beyond that a tenth. So many are padded. */
const leastAgain = 20;
const againShare = 0.1;
const mostPadded = 50;

/** Plans the judgements of `count` labelled outputs. `times` says how often one is judged again. */
export function plannedJudgements(
  count: number,
  { times, padding }: { times: number; padding: boolean },
): PlannedJudgements {
  const again = Math.min(count, Math.max(leastAgain, Math.ceil(count * againShare)));
  const pads = padding ? Math.min(count, mostPadded) : 0;
  return { again, pads, total: count + again * times + pads };
}
