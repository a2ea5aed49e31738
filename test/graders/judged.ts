import type { Answer } from '../../src/domain/answer.ts';
import type { Check } from '../../src/domain/check.ts';
import { failures } from '../../src/domain/failures.ts';
import type { Grade } from '../../src/domain/grade.ts';
import type { JudgeRequest } from '../../src/domain/grader.ts';
import type { Judging } from '../../src/domain/judge.ts';
import type { Judgement } from '../../src/domain/judgement.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Subject } from '../../src/domain/subject.ts';
import type { VerdictRule } from '../../src/domain/verdict-rule.ts';
import { applyCheck } from '../../src/graders/apply-check.ts';
import { packagePrompts } from '../../src/load/package-prompts.ts';
import { checkOf } from './check-of.ts';
import { toolsOf } from './grade-entry.ts';
import { subjectOf } from './subject-of.ts';

/** What a fake judge says to a request: a text, a whole answer, or that it could not be asked. */
export type Said = string | Partial<Answer> | 'down';

/** A judge that says what the test says. Gets the request, and how many there were before. */
export type FakeJudge = (request: JudgeRequest, index: number) => Said;

/** The verdict object that a judge of ours is asked for. */
export const says = (verdict: string, reason = 'because') => JSON.stringify({ reason, verdict });

/** A judge that says these, one after the other, and goes on with the last. */
export const always =
  (...replies: Said[]): FakeJudge =>
  (_, index) =>
    replies[Math.min(index, replies.length - 1)]!;

/** What stands in the fence of that name in the last message of a request; undefined when none has the name. */
export function fenced({ messages }: JudgeRequest, name: string): string | undefined {
  return new RegExp(`<${name} ([b-t]{14})>\\n([^]*?)\\n</${name} \\1>`).exec(messages.at(-1)!.content)?.[2];
}

const toOutcome = (said: Said): Outcome => {
  const around = { attempts: [{ ms: 1 }], waitedMs: 0 };
  if (said === 'down')
    return { ...around, status: 'errored', failure: failures.status({ provider: 'judges', status: 503 }) };
  const { answer } = subjectOf(typeof said === 'string' ? said : (said.text ?? ''));
  const usage = { input: 100, output: 10 };
  const more = typeof said === 'string' ? {} : said;
  return {
    ...around,
    status: 'answered',
    answer: { ...answer, usage, served: { model: 'judge-1' }, ...more },
  };
};

/** How often the judge is asked, and by which rule its words are read. */
type Asking = { samples?: number; verdict?: VerdictRule };

/** Who grades in these tests, with the prompt of this package for the grader. */
export async function judgingOf(prompt: string, more: Asking = {}): Promise<Judging> {
  const model = { name: 'strict', provider: 'judges', id: 'big', settings: {}, options: {} };
  const found = await packagePrompts(prompt);
  if (!found.value) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return {
    judge: { name: 'strict', model, samples: more.samples ?? 1 },
    prompt: more.verdict ? { ...found.value, verdict: more.verdict } : found.value,
    digest: '0123456789abcdef',
  };
}

/** Grades by an entry whose grader asks a judge; what was asked and what was kept of it comes along. */
export async function gradeJudged(
  entry: unknown,
  output: string | Subject,
  judge: FakeJudge,
  more: Asking = {},
): Promise<{ grade: Grade; asked: JudgeRequest[]; judgements: Judgement[] }> {
  const check: Check = await checkOf(entry);
  const judging = await judgingOf(check.grader.asks!.prompt, more);
  const asked: JudgeRequest[] = [];
  const judgements: Judgement[] = [];
  const tools = toolsOf({
    ask: async (request) => {
      asked.push(request);
      return { outcome: toOutcome(judge(request, asked.length - 1)), costUsd: 0.01 };
    },
    tell: (judgement) => void judgements.push(judgement),
  });
  const subject = typeof output === 'string' ? subjectOf(output) : output;
  const grade = await applyCheck({ ...check, judging }, subject, tools);
  return { grade, asked, judgements };
}
