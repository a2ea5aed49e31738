import type { RateLimits } from '../domain/rate-limits.ts';
import type { Flight } from './flight.ts';
import { quota } from './quota.ts';
import { sendLog } from './send-log.ts';

/** Limits as the server tells of them. Times are milliseconds of one clock. */
export type ToldLimits = {
  /** Of requests, once that is what slows us down; Infinity before. */
  perSecond(): number;
  areTokensLimited(): boolean;
  /** From when on a request may go that takes so many tokens. */
  readyAt(tokens: number, now: number): number;
  take(tokens: number, now: number): void;
  /** One has come back that took so many tokens less, or was not made at all; so many others are under way. */
  giveBack(tokens: number, isUnused: boolean, others: number): void;
  /** True when the word slows us down, for the first time. */
  hear(rates: RateLimits, now: number): boolean;
  /** It went before the server had said that there was too little left for it: its refusal teaches nothing else. */
  explain(flight: Flight): boolean;
};

/** Milliseconds by which a request is really sent later than we let it go. */
const sendLag = 2;

/** Nothing is limited before the first word. */
export function toldLimits(): ToldLimits {
  const [requests, tokens] = [quota(), quota()];
  const log = sendLog();
  let [areTokensLimited, isSlowed] = [false, false];
  /** Requests whose answers have not begun: what the server said last cannot count them. */
  let unheard = 0;
  return {
    perSecond: () => (isSlowed ? requests.perSecond() : undefined) ?? Number.POSITIVE_INFINITY,
    areTokensLimited: () => areTokensLimited,
    readyAt: (amount, now) =>
      Math.max(requests.readyAt(1, now), areTokensLimited ? tokens.readyAt(amount, now) : now),
    take(amount, now) {
      unheard++;
      requests.take(1, now);
      tokens.take(amount, now);
      log.note(now, amount);
    },
    giveBack(amount, isUnused, others) {
      unheard = Math.min(unheard, others);
      if (isUnused) requests.giveBack(1);
      tokens.giveBack(amount);
    },
    hear(rates, now) {
      unheard = Math.max(0, unheard - 1);
      const askedAt = now - (rates.tookMs ?? 0);
      const since = log.since(askedAt - sendLag);
      const taken = Math.min(unheard, Math.max(0, since.requests - 1));
      const share = since.requests === 0 ? 0 : taken / since.requests;
      if (rates.requests) requests.hear(rates.requests, askedAt, taken, now);
      if (rates.tokens) tokens.hear(rates.tokens, askedAt, share * since.tokens, now);
      areTokensLimited ||= rates.tokens !== undefined;
      const wasSlowed = isSlowed;
      isSlowed ||= requests.readyAt(1, now) > now;
      return isSlowed && !wasSlowed;
    },
    explain: ({ at, tokens: needed }) =>
      (requests.isShortOf(1) && at <= requests.knownSince()) ||
      (tokens.isShortOf(Math.max(1, needed)) && at <= tokens.knownSince()),
  };
}
