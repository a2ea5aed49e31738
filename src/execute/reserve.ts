import type { Usage } from '../domain/answer.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';

/**
 * What is set aside for one attempt: so many US dollars. Where there are fewer left, an attempt that may cost as little
 * as `least` is made all the same, alone, with all there is set aside for it.
 */
export type Reservation = { dollars: number; least: number };

/** How many dollars one attempt at a model may cost. */
export type Reserve = {
  of(request: Request): Reservation;
  /** The real answer to a request tells how many tokens it took. */
  learn(request: Request, usage: Usage): void;
};

type Prices = {
  /** US dollars; null when unknown. */
  price(model: Model, usage: Usage): number | null;
  inputTokens(request: Request): number;
};

/** An estimate of tokens is off by about a tenth; more than that is set aside. */
const spare = 1.2;
/** Before the first answer: a server may count so many times the tokens, and answer with so many. */
const worst = { ratio: 4, output: 32_768 };

/**
 * What an attempt may cost: its messages by estimate, corrected by what the server has counted for others (it counts
 * tools, schemas and marks of its own too), and as many tokens of output as it may have, or twice the longest answer so
 * far. Before the first answer nobody knows any of it: the worst is taken, and where that is more than there is, the
 * first answer is waited for alone.
 */
export function reserve(model: Model, prices: Prices): Reserve {
  const seen = { ratio: 1, longest: 1, isKnown: false };
  return {
    of: (request) => (seen.isKnown ? likely(model, request, prices, seen) : unknown(model, request, prices)),
    learn(request, { input = 0, output = 0 }) {
      seen.isKnown = true;
      seen.longest = Math.max(seen.longest, output);
      seen.ratio = Math.max(seen.ratio, input / Math.max(1, prices.inputTokens(request)));
    },
  };
}

function dollars(model: Model, request: Request, { price, inputTokens }: Prices) {
  const input = Math.max(1, inputTokens(request));
  return (times: number, output: number) => price(model, { input: Math.ceil(input * times), output }) ?? 0;
}

function unknown(model: Model, request: Request, prices: Prices): Reservation {
  const { maxOutputTokens } = request.settings;
  const of = dollars(model, request, prices);
  return { dollars: of(worst.ratio, maxOutputTokens ?? worst.output), least: of(1, maxOutputTokens ?? 0) };
}

function likely(
  model: Model,
  request: Request,
  prices: Prices,
  { ratio, longest }: { ratio: number; longest: number },
): Reservation {
  const output = request.settings.maxOutputTokens ?? 2 * longest;
  const one = dollars(model, request, prices)(ratio * spare, output);
  return { dollars: one, least: one };
}
