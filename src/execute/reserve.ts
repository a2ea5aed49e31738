import type { Usage } from '../domain/answer.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';

/** What may be set aside for one attempt: so many US dollars, or, where nobody knows how long an answer is, all there is. */
export type Reservation = { dollars: number; isAll: boolean };

/** How many dollars one attempt at a model may cost. */
export type Reserve = {
  of(request: Request): Reservation;
  /** The real answer to a request tells how many tokens it took. */
  learn(request: Request, usage: Usage): void;
};

/** An estimate of tokens is off by about a tenth; more than that is set aside. */
const spare = 1.2;

/**
 * What an attempt may cost: its messages by estimate, corrected by what the server has counted for others (it counts
 * tools, schemas and marks of its own too), and as many tokens of output as it may have, or twice the longest answer so
 * far. Before the first answer nobody knows any of it, so that one is waited for with all the money set aside.
 */
export function reserve(
  model: Model,
  {
    price,
    inputTokens,
  }: { price(model: Model, usage: Usage): number | null; inputTokens(request: Request): number },
): Reserve {
  let [ratio, longest, isKnown] = [1, 1, false];
  const isFree = price(model, { input: 1, output: 1 }) === 0;
  const estimate = (request: Request) => Math.max(1, inputTokens(request));
  return {
    of(request) {
      const most = request.settings.maxOutputTokens ?? (isKnown ? 2 * longest : 0);
      const input = Math.ceil(estimate(request) * ratio * spare);
      return { dollars: price(model, { input, output: most }) ?? 0, isAll: !isKnown && !isFree };
    },
    learn(request, { input = 0, output = 0 }) {
      isKnown = true;
      longest = Math.max(longest, output);
      ratio = Math.max(ratio, input / estimate(request));
    },
  };
}
