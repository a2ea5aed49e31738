import type { ArmSummary } from './summary.ts';

/** Whether the verdicts on an arm's cases rest on a judge. */
export const isJudged = ({ judges = [] }: Pick<ArmSummary, 'judges'>) => judges.some(({ counts }) => counts);
