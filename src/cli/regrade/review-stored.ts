import type { Run } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { type FateToday, fateToday } from './fate-today.ts';
import type { Today } from './today.ts';

/** The rows of a stored run, gone through once. */
export type StoredReview = {
  /** Those that can be graded today, and the others by what is the matter. */
  kept: number;
  left: Record<Exclude<FateToday, 'holds'>, number>;
  /** By suite the cases that are not what they were: as if the run had never had them. */
  without: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the prompt of an arm graded its answers and cannot be found any more: then none of them is graded. */
  isWithoutPrompt(row: Pick<TrialRow, 'suite' | 'arm'>): boolean;
};

const keyOf = ({ suite, arm }: Pick<TrialRow, 'suite' | 'arm'>) => JSON.stringify([suite, arm]);

/** Rejects where the journal cannot be read. */
export async function reviewStored(
  rows: AsyncIterable<TrialRow>,
  { suites }: Pick<Run, 'suites'>,
  today: Today,
): Promise<StoredReview> {
  const left = { 'suite-gone': 0, 'case-gone': 0, 'case-edited': 0, 'prompt-gone': 0 };
  const without = new Map(suites.map(({ name }) => [name, new Set<string>()]));
  const [holding, promptless] = [new Map<string, number>(), new Set<string>()];
  for await (const row of rows) {
    const fate = fateToday(row, today);
    const key = keyOf(row);
    if (fate === 'holds' || fate === 'prompt-gone') holding.set(key, (holding.get(key) ?? 0) + 1);
    else left[fate] += 1;
    if (fate === 'prompt-gone') promptless.add(key);
    if (fate === 'case-gone' || fate === 'case-edited') without.get(row.suite)?.add(row.case);
  }
  let kept = 0;
  for (const [key, count] of holding)
    if (promptless.has(key)) left['prompt-gone'] += count;
    else kept += count;
  return { kept, left, without, isWithoutPrompt: (row) => promptless.has(keyOf(row)) };
}
