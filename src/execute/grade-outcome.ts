import type { Case } from '../domain/case.ts';
import type { NamedGrade } from '../domain/grade.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Message } from '../domain/message.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Subject } from '../domain/subject.ts';
import { untilAborted } from '../flow/until-aborted.ts';
import { gradeTrial } from './grade-trial.ts';
import type { JudgedTrial, ToolsOf } from './trial-tools.ts';

/** What grading needs of the world. */
export type Grading = {
  toolsOf: ToolsOf;
  /** What the baseline's run answered to a case, where one of its checks compares with that and it is on disk. */
  before?(trial: { suite: string; lane: string; case: Case }): Promise<string | undefined> | undefined;
  /** Once aborted, what is under way is given up. */
  cancel: AbortSignal;
};

/** What came of a request, with what was asked and what that cost (US dollars, null when unknown). */
export type Asked = { outcome: Outcome; messages: Message[]; costUsd: number | null; lane: string };

/** The grades of an answer, none where there is no answer, and what judges said of it. */
export type Graded = { grades: NamedGrade[]; judgements: Judgement[] };

type Answered = Extract<Outcome, { status: 'answered' }>;

/** Grades by all checks of the case. Undefined where that was given up: there is no verdict to keep then. */
export async function gradeOutcome(
  trial: JudgedTrial,
  { outcome, lane, ...asked }: Asked,
  { toolsOf, before, cancel }: Grading,
): Promise<Graded | undefined> {
  if (outcome.status === 'errored') return { grades: [], judgements: [] };
  const judged = toolsOf(trial, cancel);
  const earlier = before?.({ suite: trial.suite.name, lane, case: trial.case });
  const subject = toSubject(trial.case, outcome, asked, earlier && (await earlier));
  const grading = gradeTrial(trial, subject, judged.tools);
  const grades = grading instanceof Promise ? await untilAborted(grading, cancel) : grading;
  return grades === 'aborted' || judged.isGivenUp() ? undefined : { grades, judgements: judged.judgements() };
}

function toSubject(
  { id, vars, expect, meta, tags }: Case,
  { answer, source }: Answered,
  { messages, costUsd }: Pick<Asked, 'messages' | 'costUsd'>,
  before: string | undefined,
): Subject {
  return {
    ...{ answer, messages, case: { id, vars, expect, meta, tags }, costUsd },
    ...(before === undefined ? {} : { before }),
    ...(source === undefined ? {} : { source }),
  };
}
