import type { Answer } from '../../domain/answer.ts';
import type { GraderTools, JudgeReply } from '../../domain/grader.ts';
import type { Judging } from '../../domain/judge.ts';
import type { JudgeSample } from '../../domain/judgement.ts';
import type { Message } from '../../domain/message.ts';
import { oneLine } from '../../text/one-line.ts';
import { truncate } from '../../text/truncate.ts';
import { readReply } from './read-reply.ts';
import type { Reading } from './reading.ts';
import type { Unread } from './verdict-form.ts';

/** One question as it is sent, and how its reply is read. */
export type Sent = { judging: Judging; messages: Message[]; reading: Reading };

/** What came of one sample: a verdict, or none after two tries; with every reply that was got. */
export type AskedSample = {
  sample?: JudgeSample;
  unread: { why: string; reply: string }[];
  failed: string[];
  replies: JudgeReply[];
};

const shownReply = 500;
const shownFailure = 200;

/** Says of our own accord what was wrong: nothing of the reply, which may hold what the judge was shown. */
const reminder = ({ why }: Unread) =>
  `Your last reply to this could not be counted: ${why}. Reply once more, in just the form that is asked for above, with the reason before the verdict and the verdict at the very end.`;

function reminded(messages: readonly Message[], unread: Unread): Message[] {
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', content: reminder(unread) }];
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${reminder(unread)}` }];
}

const isRead = (read: JudgeSample | Unread): read is JudgeSample => 'verdict' in read;

async function ask({ judging, messages, reading }: Sent, take: number, tools: GraderTools) {
  const reply = await tools.ask({
    judging,
    messages,
    take,
    ...(reading.rule ? {} : { outputSchema: reading.form.schema }),
  });
  return reply;
}

const cut = ({ text }: Answer) => truncate(text, shownReply);

/**
 * Asks once; a reply without a verdict is asked for once more. A request that fails is not asked again here: the engine
 * has tried by then. `take` counts from 1, and `spare` is that of the second try.
 */
export async function askSample(
  sent: Sent,
  { take, spare }: { take: number; spare: number },
  tools: GraderTools,
): Promise<AskedSample> {
  const asked: AskedSample = { unread: [], failed: [], replies: [] };
  let { messages } = sent;
  for (const turn of [take, spare]) {
    const reply = await ask({ ...sent, messages }, turn, tools);
    asked.replies.push(reply);
    const { outcome } = reply;
    if (outcome.status === 'errored') {
      asked.failed.push(truncate(oneLine(outcome.failure.message), shownFailure));
      return asked;
    }
    const read = await readReply(outcome.answer, sent.reading);
    if (isRead(read)) return { ...asked, sample: read };
    asked.unread.push({ why: read.why, reply: cut(outcome.answer) });
    messages = reminded(sent.messages, read);
  }
  return asked;
}
