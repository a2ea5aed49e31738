import type { Grade } from '../../domain/grade.ts';
import type { GraderTools } from '../../domain/grader.ts';
import type { Judging } from '../../domain/judge.ts';
import { oneLine } from '../../text/one-line.ts';
import { truncate } from '../../text/truncate.ts';
import { verdict } from '../verdict.ts';
import { askJudge } from './ask-judge.ts';
import type { JudgeQuestion } from './judge-question.ts';
import { whySilent } from './why-silent.ts';

/** What a grader that asks a judge is given. */
export type JudgedInput = { name: string; threshold: number; judging?: Judging | undefined };

const longestReason = 300;

/** Asks one question and makes a grade of what is said; ungraded where nothing is. */
export async function judgeGrade(
  grader: string,
  { name, threshold, judging }: JudgedInput,
  question: JudgeQuestion,
  tools: GraderTools,
): Promise<Grade> {
  if (!judging) return verdict.ungraded('no judge is named');
  const { judgement, settled } = await askJudge({ grader, check: name, judging }, question, tools);
  if (!settled) return verdict.ungraded(truncate(whySilent(judgement), longestReason));
  const reason = `${settled.verdict}: ${oneLine(settled.reason)}`;
  return verdict.scored(settled.score, threshold, truncate(reason, longestReason));
}
