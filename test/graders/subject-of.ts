import type { Answer } from '../../src/domain/answer.ts';
import type { Subject } from '../../src/domain/subject.ts';

/** A subject whose answer is `text`, with whatever else a test needs. */
export function subjectOf(
  text: string,
  { answer = {}, ...rest }: Partial<Omit<Subject, 'answer'>> & { answer?: Partial<Answer> } = {},
): Subject {
  return {
    answer: {
      text,
      toolCalls: [],
      finish: { unified: 'stop' },
      usage: {},
      served: {},
      ms: { total: 1 },
      ...answer,
    },
    messages: [],
    case: { id: 'a', vars: {}, meta: {}, tags: [] },
    costUsd: null,
    ...rest,
  };
}
