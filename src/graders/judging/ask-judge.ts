import type { GraderTools, JudgeReply } from '../../domain/grader.ts';
import type { Judging } from '../../domain/judge.ts';
import type { Judgement, JudgeSample } from '../../domain/judgement.ts';
import { type AskedSample, askSample, type Sent } from './ask-sample.ts';
import { fillQuestion } from './fill-question.ts';
import type { JudgeQuestion } from './judge-question.ts';
import { type Settled, settleSamples } from './settle-samples.ts';

/** Who asks: the grader's name, that of its check, and the score (0..1) from which the check passes. */
export type Asker = { grader: string; check: string; threshold: number; judging: Judging };

/** What came of it: the judgement as it is kept, and what it says; undefined when it says nothing. */
export type Answered = { judgement: Judgement; settled: Settled | undefined };

/** One verdict of those to several questions about one output, such as both orders of two; undefined when one is missing. */
export type Combine = (settled: readonly (Settled | undefined)[]) => Settled | undefined;

const readable = (asked: readonly AskedSample[]): JudgeSample[] => asked.flatMap((one) => one.sample ?? []);

/**
 * The samples of a question. Those that could decide a majority alone are asked together, the others one by one, and no
 * more once it is decided. Where the mean counts, or the one in the middle, all are asked.
 */
async function askSamples(sent: Sent, isSecond: boolean, tools: GraderTools): Promise<AskedSample[]> {
  const { samples } = sent.judging.judge;
  const { settle } = sent.reading.form;
  // Two orders of two answers are two questions: their requests are told apart by even and odd numbers.
  const takeOf = (index: number) => 2 * index + (isSecond ? 2 : 1);
  const one = (index: number) =>
    askSample(sent, { take: takeOf(index), spare: takeOf(samples + index) }, tools);
  const first = settle === 'majority' ? Math.floor(samples / 2) + 1 : samples;
  const asked = await Promise.all(Array.from({ length: first }, (_, index) => one(index)));
  for (let index = first; index < samples; index += 1) {
    if (settleSamples(readable(asked), samples, settle)) break;
    asked.push(await one(index));
  }
  return asked;
}

/** What replies took: only those that were asked for have tokens and a price. */
function totals(
  replies: readonly JudgeReply[],
): Pick<Judgement, 'calls' | 'asked' | 'usage' | 'costUsd' | 'served'> {
  const usage = { input: 0, output: 0, cached: 0, reasoning: 0 };
  const served = new Set<string>();
  let [asked, costUsd] = [0, 0 as number | null];
  for (const { outcome, costUsd: own } of replies) {
    if (outcome.status === 'errored') continue;
    const { answer } = outcome;
    if (answer.served.model !== undefined) served.add(answer.served.model);
    if (outcome.source !== undefined) continue;
    asked += 1;
    costUsd = costUsd === null || own === null ? null : costUsd + own;
    for (const kind of ['input', 'output', 'cached', 'reasoning'] as const)
      usage[kind] += answer.usage[kind] ?? 0;
  }
  return { calls: replies.length, asked, usage, costUsd, served: [...served].sort() };
}

// 0.1 + 0.2 must reach a threshold of 0.3.
const reaches = (score: number, threshold: number) => score >= threshold - 1e-12;

/** Samples that know where the output stood. */
const placed = (samples: readonly JudgeSample[], { place }: JudgeQuestion): JudgeSample[] =>
  place === undefined ? [...samples] : samples.map((one) => ({ ...one, place }));

async function askOne(judging: Judging, question: JudgeQuestion, tools: GraderTools) {
  const { messages, texts } = fillQuestion(judging.prompt, question);
  const reading = { form: question.form, rule: judging.prompt.verdict, foreign: texts };
  const asked = await askSamples({ judging, messages, reading }, question.place === 'second', tools);
  const samples = readable(asked);
  const settled = settleSamples(samples, judging.judge.samples, question.form.settle);
  return { asked, samples: placed(samples, question), settled };
}

/**
 * Puts questions about one output to a judge, by the whole protocol: fences, samples, one retry of what cannot be read.
 * What was said is told to `tools`, whatever came of it. Rejects where the prompt cannot be filled.
 */
export async function askJudge(
  { grader, check, threshold, judging }: Asker,
  questions: readonly JudgeQuestion[],
  tools: GraderTools,
  combine: Combine = ([only]) => only,
): Promise<Answered> {
  const { judge, prompt, digest } = judging;
  const all = await Promise.all(questions.map((question) => askOne(judging, question, tools)));
  const asked = all.flatMap((one) => one.asked);
  const settled = combine(all.map((one) => one.settled));
  const judgement: Judgement = {
    ...{ check, grader, judge: judge.name, digest, prompt: prompt.id, promptDigest: prompt.digest },
    ...{ verdict: settled?.verdict ?? null, score: settled?.score ?? null },
    passed: settled ? reaches(settled.score, threshold) : null,
    samples: all.flatMap((one) => one.samples),
    unread: asked.flatMap((one) => one.unread),
    failed: asked.flatMap((one) => one.failed),
    ...totals(asked.flatMap((one) => one.replies)),
  };
  tools.tell(judgement);
  return { judgement, settled };
}
