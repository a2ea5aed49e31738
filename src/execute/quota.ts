import type { Allowance } from '../domain/rate-limits.ts';
import { quotaKind } from './quota-kind.ts';
import type { QuotaWord } from './quota-word.ts';

/** What a server says it still lets us have of one thing: requests, or tokens. Times are milliseconds of one clock. */
export type Quota = {
  /** Per second, when it is known: of a bucket what comes back, of a window its share. */
  perSecond(): number | undefined;
  /** The server's last word left less than so much. */
  isShortOf(amount: number): boolean;
  /** When the first word was heard; Infinity before that. */
  knownSince(): number;
  /** A word that was asked for at `askedAt`, and what was taken since then that it cannot have counted. */
  hear(said: Allowance, askedAt: number, takenSince: number, now: number): void;
  /** From when on so much may be taken. */
  readyAt(amount: number, now: number): number;
  take(amount: number, now: number): void;
  /** Gives back what was taken and not used; negative for more than was taken. */
  giveBack(amount: number): void;
};

/** Milliseconds. No server's word makes us wait longer. */
const longestWait = 120_000;
/** Milliseconds. While it is not known how what was taken comes back, so often it is looked for. */
const lookEvery = 1000;
/** Milliseconds. A word that has run out and had no successor for so long is forgotten: the server tells no more. */
const longestSilence = 10_000;
/** What is asked of what comes back, and milliseconds by which we come later than a window's end. */
const share = 0.98;
/** What is left in a bucket, as a part of it and at most: at the very edge each unevenness of the network is a refusal. */
const [spareShare, mostSpare] = [0.06, 3];
const margin = 10;

/** Keeps count of what a server lets us have, by its own word and by what was taken since. */
export function quota(): Quota {
  let word: QuotaWord | undefined;
  const kind = quotaKind();
  let knownSince = Number.POSITIVE_INFINITY;
  let [level, at, takenAt, turnsAt, period] = [0, 0, 0, 0, 0];
  const perMs = ({ limit, remaining, resetMs }: QuotaWord) =>
    (share * Math.max(1, limit - remaining)) / Math.max(1, resetMs);
  const advance = (known: QuotaWord, now: number) => {
    if (now <= at) return;
    if (kind.now() === 'bucket') level = Math.min(known.limit, level + perMs(known) * (now - at));
    else if (now >= turnsAt) {
      level = known.resetMs > longestWait ? Math.max(level, 1) : known.limit;
      turnsAt = Number.POSITIVE_INFINITY;
    }
    at = now;
  };
  return {
    perSecond: () =>
      word && (kind.now() === 'bucket' ? perMs(word) : word.limit / Math.max(1, period)) * 1000,
    isShortOf: (amount) => word !== undefined && word.remaining < amount,
    knownSince: () => knownSince,
    hear(said, askedAt, takenSince, now) {
      const heard = toWord(said, askedAt, word?.limit);
      if (!heard || (word && askedAt < word.askedAt)) return;
      kind.hear(heard);
      knownSince = Math.min(knownSince, now);
      word = heard;
      period = Math.max(period, heard.resetMs);
      level = heard.remaining - takenSince;
      at = askedAt;
      turnsAt = askedAt + Math.min(longestWait, heard.resetMs) + margin;
      advance(word, now);
    },
    readyAt(amount, now) {
      if (!word) return now;
      advance(word, now);
      const spare = kind.now() === 'bucket' ? Math.min(mostSpare * amount, spareShare * word.limit) : 0;
      const missing = Math.min(amount + spare, word.limit) - level;
      if (missing <= 0) return now;
      const latest = Math.max(word.askedAt, takenAt) + longestWait;
      const back = kind.now() === 'bucket' ? now + missing / perMs(word) : turnsAt;
      if (back === Number.POSITIVE_INFINITY && now - word.askedAt > longestSilence) {
        word = undefined;
        return now;
      }
      const isBlind = kind.now() === undefined || back === Number.POSITIVE_INFINITY;
      return Math.max(now, Math.min(back, latest, isBlind ? takenAt + lookEvery : latest));
    },
    take(amount, now) {
      takenAt = now;
      level -= amount;
    },
    giveBack(amount) {
      level += amount;
    },
  };
}

const isAmount = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value >= 0;

/** Nothing when it cannot be used: without what remains and until when, or with nonsense in it. */
function toWord(said: Allowance, askedAt: number, known = 1): QuotaWord | undefined {
  const { remaining, resetMs } = said;
  if (!isAmount(remaining) || !isAmount(resetMs)) return undefined;
  const limit = Math.max(isAmount(said.limit) ? said.limit : known, remaining, 1);
  return { askedAt, limit, remaining, resetMs, fullAt: askedAt + resetMs };
}
