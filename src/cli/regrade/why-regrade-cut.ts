import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { Done } from '../carry-out.ts';

/** Why answers that could be graded were not, and what to do; nothing when all of them were. `planned` are those that could be. */
export function whyRegradeCut(
  { id: of }: Pick<Run, 'id'>,
  { trials }: Pick<Run, 'trials'>,
  planned: number,
  { summary, cut, wasInterrupted, spent }: Done,
): Problem[] {
  const left = planned - (trials - summary.missing);
  if (left <= 0 || cut === 'broken') return [];
  const end = spent.end();
  if (wasInterrupted) return [problems.regradeCut({ of, left, why: 'interrupted' })];
  if (end === 'blind') return [problems.budgetBlind({ model: spent.unpriced() ?? '', left })];
  return end === undefined ? [] : [problems.regradeCut({ of, left, why: end })];
}
