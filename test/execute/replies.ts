import type { Answer } from '../../src/domain/answer.ts';
import type { Failure } from '../../src/domain/failure.ts';
import type { Reply, Request, Try } from '../../src/domain/request.ts';

/** Replies by hand, for what wraps a provider. */
export const replies = {
  request: {
    messages: [{ role: 'user', content: 'Hello' }],
    settings: {},
    tools: [],
    suite: 's',
    case: { id: 'c', vars: {}, meta: {} },
    repeat: 1,
  } satisfies Request,
  answered: (text = 'hi', total = 5): Reply => ({
    status: 'answered',
    answer: {
      text,
      toolCalls: [],
      finish: { unified: 'stop' },
      usage: {},
      served: {},
      ms: { total },
    } satisfies Answer,
  }),
  failed: (failure: Partial<Failure>): Reply => ({
    status: 'errored',
    failure: { kind: 'server', message: 'no', retryable: true, ...failure },
  }),
  /** A provider that gives these one after the other, the last again and again; `asked` counts. */
  scripted(script: (Reply | (() => Reply))[]): { try: Try; asked(): number } {
    let asked = 0;
    return {
      asked: () => asked,
      try: async () => {
        const next = script[Math.min(asked, script.length - 1)]!;
        asked += 1;
        return typeof next === 'function' ? next() : next;
      },
    };
  },
};
