import type { Answer } from '../../src/domain/answer.ts';
import type { Request } from '../../src/domain/request.ts';
import { requestKeys } from '../../src/plan/request-keys.ts';

const settings = { temperature: 0 };
const keys = requestKeys(
  { name: 'm', provider: 'p', id: 'x', settings, options: {} },
  { address: 'http://127.0.0.1:1/v1' },
);

/** What a cache is asked to keep: the request of a case, and an answer to it. */
export function keeping(name: string, answer: Partial<Answer> = {}, asked: Partial<Request> = {}) {
  const request: Request = {
    messages: [{ role: 'user', content: `Hello ${name}` }],
    settings,
    tools: [],
    suite: 's',
    case: { id: name, vars: {}, meta: {} },
    repeat: 1,
    ...asked,
  };
  return {
    key: keys(request),
    request,
    model: 'm',
    answer: {
      text: `answer to ${name}`,
      toolCalls: [],
      finish: { unified: 'stop' },
      usage: { input: 3, output: 4 },
      served: { model: 'x-1' },
      ms: { total: 812, firstToken: 90 },
      ...answer,
    } satisfies Answer,
  };
}
