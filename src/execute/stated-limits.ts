import type { TokenBucket } from '../flow/token-bucket.ts';

/** Limits that the user states, which several governors share. Times are milliseconds of one clock. */
export type StatedLimits = {
  /** Of requests; Infinity where nothing limits them. */
  perSecond: number;
  areTokensLimited: boolean;
  /** From when on the next request may go that takes so many tokens. Its turn is kept for it, or for who goes instead. */
  readyAt(tokens: number, now: number): number;
  /** It goes, with so many tokens reserved. */
  take(tokens: number): void;
  /** It took so many tokens less; it was not made at all. */
  giveBack(tokens: number, isUnused: boolean): void;
  /** Nobody waits any more for the turn that was kept. */
  letGo(): void;
};

type Turn = { requestsAt: number; tokens: number; tokensAt: number };

/** Turns are taken one by one, and only by who waits for nothing else: so nobody hoards what others share. */
export function statedLimits({
  requests,
  tokens,
}: {
  requests?: TokenBucket;
  tokens?: TokenBucket;
}): StatedLimits {
  const hasNone = !requests && !tokens;
  let turn: Turn | undefined;
  return {
    perSecond: requests?.perSecond ?? Number.POSITIVE_INFINITY,
    areTokensLimited: tokens !== undefined,
    readyAt(amount, now) {
      if (hasNone) return now;
      turn ??= {
        requestsAt: requests?.reserve(1, now) ?? now,
        tokens: amount,
        tokensAt: tokens?.reserve(amount, now) ?? now,
      };
      return Math.max(now, turn.requestsAt, turn.tokensAt);
    },
    take(amount) {
      if (turn) tokens?.giveBack(turn.tokens - amount);
      turn = undefined;
    },
    giveBack(amount, isUnused) {
      if (isUnused) requests?.giveBack(1);
      tokens?.giveBack(amount);
    },
    letGo() {
      if (!turn) return;
      requests?.giveBack(1);
      tokens?.giveBack(turn.tokens);
      turn = undefined;
    },
  };
}
