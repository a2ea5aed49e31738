import type { RateLimits } from '../domain/rate-limits.ts';
import type { Reply, Request } from '../domain/request.ts';
import type { TokenBucket } from '../flow/token-bucket.ts';
import type { Flight } from './flight.ts';
import { quota } from './quota.ts';
import { sendLog } from './send-log.ts';
import { tokenEstimate } from './token-estimate.ts';

/** What the user and the server allow us, in requests and in tokens. Times are milliseconds of one clock. */
export type Allowances = {
  /** Of requests; Infinity where nothing limits them. */
  perSecond(): number;
  /** From when on the request may go, given that nothing else lets it go before `open`. */
  readyAt(request: Request, open: number, now: number): number;
  /** It goes; gives back the tokens that are reserved for it. */
  take(request: Request, now: number): number;
  /** It has come back, with a reply or without having been made; so many others are under way. */
  settle(flight: Flight, reply: Reply | undefined, others: number): void;
  /** What the server says; true when that is what slows us down, for the first time. */
  hear(rates: RateLimits, now: number): boolean;
  /** It went before the server had said that there was too little left for it: nothing else is to be learnt from its refusal. */
  explain(flight: Flight): boolean;
  /** Nobody waits for what was put aside. */
  letGo(): void;
};

/** Milliseconds by which a request is really sent later than we let it go. */
const sendLag = 2;

type Turn = { amount: number; at: number };

/** Limits that the user states, beside those that the server tells of. */
export function allowances({
  requests,
  tokens,
}: {
  requests?: TokenBucket;
  tokens?: TokenBucket;
}): Allowances {
  const [ofRequests, ofTokens] = [quota(), quota()];
  const log = sendLog();
  const estimate = tokenEstimate();
  const slots: { requests?: Turn; tokens?: Turn } = {};
  let areTokensLimited = tokens !== undefined;
  let unheard = 0;
  let isSlowed = false;
  return {
    perSecond: () =>
      Math.min(
        requests?.perSecond ?? Number.POSITIVE_INFINITY,
        (isSlowed && ofRequests.perSecond()) || Number.POSITIVE_INFINITY,
      ),
    readyAt(request, open, now) {
      const amount = areTokensLimited ? estimate.of(request) : 0;
      const at = Math.max(open, ofRequests.readyAt(1, now), amount > 0 ? ofTokens.readyAt(amount, now) : now);
      if (at > now) return at;
      if (requests && !slots.requests) slots.requests = { amount: 1, at: requests.reserve(1, now) };
      if (tokens && !slots.tokens) slots.tokens = { amount, at: tokens.reserve(amount, now) };
      return Math.max(at, slots.requests?.at ?? at, slots.tokens?.at ?? at);
    },
    take(request, now) {
      const amount = areTokensLimited ? estimate.of(request) : 0;
      if (slots.tokens) tokens?.giveBack(slots.tokens.amount - amount);
      slots.requests = undefined;
      slots.tokens = undefined;
      ofRequests.take(1, now);
      ofTokens.take(amount, now);
      log.note(now, amount);
      unheard++;
      return amount;
    },
    settle(flight, reply, others) {
      unheard = Math.min(unheard, others);
      if (!reply) {
        requests?.giveBack(1);
        ofRequests.giveBack(1);
      }
      const used = reply ? estimate.settle(reply) : 0;
      if (flight.tokens === 0 || used === undefined) return;
      tokens?.giveBack(flight.tokens - used);
      ofTokens.giveBack(flight.tokens - used);
    },
    hear({ requests: left, tokens: leftTokens, tookMs = 0 }, now) {
      unheard = Math.max(0, unheard - 1);
      const askedAt = now - tookMs;
      const since = log.since(askedAt - sendLag);
      const taken = Math.min(unheard, Math.max(0, since.requests - 1));
      if (left) ofRequests.hear(left, askedAt, taken, now);
      if (leftTokens) {
        areTokensLimited = true;
        ofTokens.hear(
          leftTokens,
          askedAt,
          since.requests > 0 ? (since.tokens * taken) / since.requests : 0,
          now,
        );
      }
      const wasSlowed = isSlowed;
      isSlowed ||= ofRequests.readyAt(1, now) > now;
      return isSlowed && !wasSlowed;
    },
    explain: ({ at, tokens: needed }) =>
      (ofRequests.isShortOf(1) && at <= ofRequests.knownSince()) ||
      (ofTokens.isShortOf(Math.max(1, needed)) && at <= ofTokens.knownSince()),
    letGo() {
      if (slots.requests) requests?.giveBack(slots.requests.amount);
      if (slots.tokens) tokens?.giveBack(slots.tokens.amount);
      slots.requests = undefined;
      slots.tokens = undefined;
    },
  };
}
