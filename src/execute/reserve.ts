import type { Usage } from '../domain/answer.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';

/** What may be set aside for one attempt: so many US dollars, or, where nobody knows how long an answer is, all there is. */
export type Reservation = { dollars: number; isAll: boolean };

/** How many dollars one attempt at a model may cost. */
export type Reserve = {
  of(request: Request): Reservation;
  /** Real answers tell how long they are. */
  learn(usage: Usage): void;
};

/** An estimate of tokens is off by about a tenth; more than that is set aside. */
const spare = 1.2;

/**
 * What an attempt may cost: its messages by estimate, and as many tokens of output as it may have. Where nobody has set
 * `maxOutputTokens`, the first answer is waited for with all the money set aside; from then on it is twice the longest
 * answer so far, which is an estimate.
 */
export function reserve(
  model: Model,
  {
    price,
    inputTokens,
  }: { price(model: Model, usage: Usage): number | null; inputTokens(request: Request): number },
): Reserve {
  let longest: number | undefined;
  return {
    of(request) {
      const most = request.settings.maxOutputTokens ?? (longest && 2 * longest);
      const input = Math.ceil(inputTokens(request) * spare);
      const dollars = price(model, { input, output: most ?? 0 }) ?? 0;
      return { dollars, isAll: most === undefined && price(model, { input: 0, output: 1 }) !== 0 };
    },
    learn({ output = 0 }) {
      longest = Math.max(longest ?? 1, output);
    },
  };
}
