import type { Model } from './model.ts';
import type { Prompt } from './prompt.ts';

/** The thing under comparison: a prompt version with a model. */
export type Arm = {
  prompt?: Prompt;
  model: Model;
  /** `refund-policy@v3 · openai:gpt-5-mini`. */
  id: string;
  /** The arm less the prompt's version, so that v4 pairs with v3: `refund-policy · openai:gpt-5-mini`. */
  lane: string;
};

/** Pairs a prompt version (or none) with a model. */
export function arm(prompt: Prompt | undefined, model: Model): Arm {
  const join = (left: string | undefined) => (left ? `${left} · ${model.name}` : model.name);
  return { prompt, model, id: join(prompt?.id), lane: join(prompt?.name) };
}
