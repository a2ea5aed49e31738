import type { Usage } from '../domain/answer.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';

/** How many dollars one attempt at a model may cost. */
export type Reserve = {
  of(request: Request): number;
  /** Real answers tell how long they are. */
  learn(usage: Usage): void;
};

/** Tokens that an answer is taken to have at most, until real ones have told. */
const unknownAnswer = 1000;
/** Answers after which the longest of them is believed, with as much again to spare. */
const enough = 10;
/** An estimate of tokens is off by about a tenth; more than that is set aside. */
const spare = 1.2;

/**
 * What an attempt may cost: its messages by estimate, and as many tokens of output as it may have. Where nobody has set
 * `maxOutputTokens`, that is 1,000 at first and then twice the longest answer so far, so that it is an estimate too.
 */
export function reserve(
  model: Model,
  {
    price,
    inputTokens,
  }: { price(model: Model, usage: Usage): number | null; inputTokens(request: Request): number },
): Reserve {
  let [longest, answers] = [0, 0];
  return {
    of(request) {
      const learnt = answers < enough ? Math.max(unknownAnswer, 2 * longest) : 2 * longest;
      const output = request.settings.maxOutputTokens ?? learnt;
      return price(model, { input: Math.ceil(inputTokens(request) * spare), output }) ?? 0;
    },
    learn({ output = 0 }) {
      longest = Math.max(longest, output);
      answers += 1;
    },
  };
}
