import type { ArmSummary, JudgeSummary } from './summary.ts';

/** The one judge whose verdict alone decides each case of an arm; undefined where none does, or several have a say. */
export function judgedAlone({ judges = [] }: Pick<ArmSummary, 'judges'>): JudgeSummary | undefined {
  const [only, ...others] = judges.filter(({ counts }) => counts);
  return only && others.length === 0 && only.isAlone ? only : undefined;
}
