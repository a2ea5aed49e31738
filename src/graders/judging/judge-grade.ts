import type { Grade } from '../../domain/grade.ts';
import type { GraderTools } from '../../domain/grader.ts';
import type { Judging } from '../../domain/judge.ts';
import { oneLine } from '../../text/one-line.ts';
import { truncate } from '../../text/truncate.ts';
import { verdict } from '../verdict.ts';
import { askJudge, type Combine } from './ask-judge.ts';
import type { JudgeQuestion } from './judge-question.ts';
import { whySilent } from './why-silent.ts';

/** What a grader that asks a judge is given. */
export type JudgedInput = { name: string; threshold: number; judging?: Judging | undefined };

const longestReason = 300;

/** Asks about an output and makes a grade of what is said; ungraded where nothing is. */
export async function judgeGrade(
  grader: string,
  { name, threshold, judging }: JudgedInput,
  questions: JudgeQuestion | readonly JudgeQuestion[],
  tools: GraderTools,
  combine?: Combine,
): Promise<Grade> {
  if (!judging) return verdict.ungraded('no judge is named');
  const asker = { grader, check: name, threshold, judging };
  const all = Array.isArray(questions) ? questions : [questions];
  const { judgement, settled } = await askJudge(asker, all, tools, combine);
  if (!settled) return verdict.ungraded(truncate(whySilent(judgement), longestReason));
  const reason = `${settled.verdict}: ${oneLine(settled.reason)}`;
  return verdict.scored(settled.score, threshold, truncate(reason, longestReason));
}
