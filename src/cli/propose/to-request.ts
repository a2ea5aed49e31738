import type { Json } from '../../domain/json.ts';
import type { Model } from '../../domain/model.ts';
import type { Prompt } from '../../domain/prompt.ts';
import type { Request } from '../../domain/request.ts';
import { fillQuestion } from '../../graders/judging/fill-question.ts';

/** What the model is to write about. */
export type Rewriting = {
  suite: string;
  id: string;
  text: string;
  /** Parts of the text that have to stay. */
  keep: readonly string[];
  /** How, by the names of the prompt's variables. */
  own: Readonly<Record<string, string>>;
};

const outputSchema: Json = {
  type: 'object',
  properties: { text: { type: 'string' } },
  required: ['text'],
  additionalProperties: false,
};

/** The request for a text; the one that is given stands in a fence that nothing in it can end. */
export function toRequest(prompt: Prompt, model: Model, { suite, id, text, keep, own }: Rewriting): Request {
  const { messages } = fillQuestion(prompt, { own, foreign: { text, keep } });
  return {
    messages,
    settings: { ...model.settings, ...prompt.settings },
    tools: [],
    outputSchema,
    suite,
    prompt: prompt.id,
    case: { id, vars: {}, meta: {} },
    repeat: 1,
  };
}
