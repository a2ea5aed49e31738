import type { Flight } from './flight.ts';
import { type Measure, refusalMemory } from './refusal-memory.ts';

/** A pace that is learnt from refusals alone. Times are milliseconds of one clock. */
export type LearntPace = {
  /** Requests a second; Infinity until something was refused. */
  perSecond(): number;
  /** From when on the next request may go. */
  readyAt(now: number): number;
  take(now: number): void;
  /** The first refusal of a burst; `sent` requests have gone out so far. */
  limit(first: Flight, sent: number, now: number): void;
  /** Each request that was not let in, the first of a burst among them. */
  refuse(flight: Flight): void;
  accept(flight: Flight, now: number): void;
};

/** Added to what was accepted, so that the guess is from above and one that is right is still tested. */
const optimism = 2;
/** What is asked of what was measured. */
const share = 0.97;
/** With nothing accepted the server is asked at least so often: it may have opened again. */
const leastPerSecond = 0.2;
/** Where the pace had to grow to be refused, less was measured than there is: that is made up for, so many times at most. */
const mostLeap = 2;
/** Timers are late; so many milliseconds are caught up on. */
const lenience = 20;

/**
 * Between two moments at which a server refuses, it has let in what its limit allows: a token bucket is empty at both, a
 * window is full at both. So the pace is what was accepted in between, and grows from there: fast while little
 * is known, by a few percent of the time it was measured for once much is. While nothing is let in it is asked ever
 * more rarely, and the pace from before goes on when something is.
 */
export function learntPace(): LearntPace {
  let rate = Number.POSITIVE_INFINITY;
  let [next, taken, calm, isBinding] = [0, 0, 0, false];
  let measure: Measure = { accepted: 0, seconds: 1 };
  let closed: { since: number; resume: number } | undefined;
  const memory = refusalMemory();
  const perSecond = () =>
    rate === Number.POSITIVE_INFINITY ? rate : rate * growth(measure, closed ? 0 : calm);
  const learn = (first: Flight, sent: number, delay: number) => {
    const found = memory.measure(first);
    if (!found) {
      rate = (sent - first.seq + 1) / delay / 2;
      measure = { accepted: 0, seconds: 4 * delay };
    } else if (found.isClosed) {
      closed = { since: first.seq, resume: closed?.resume ?? rate };
      rate = Math.min(perSecond() * share, closed.resume / 2, guess(found));
    } else {
      const leap = Math.min(mostLeap, Math.sqrt(growth(measure, closed ? 0 : calm)));
      rate = Math.min(perSecond() * share, guess(found) * (leap > 1.1 ? leap : 1));
      closed = undefined;
      measure = { ...found, seconds: Math.max(found.seconds, 4 * delay) };
    }
  };
  const restart = (now: number) => {
    calm = 0;
    taken = now;
    next = now + lenience + 1000 / rate;
  };
  return {
    perSecond,
    readyAt(now) {
      const at = next - lenience;
      if (at <= now) return now;
      isBinding = true;
      return at;
    },
    take(now) {
      if (rate === Number.POSITIVE_INFINITY) return;
      if (isBinding) calm += now - taken;
      isBinding = false;
      taken = now;
      next = Math.max(next, now) + 1000 / perSecond();
    },
    limit(first, sent, now) {
      learn(first, sent, Math.max(1, now - first.at) / 1000);
      restart(now);
    },
    refuse: memory.refuse,
    accept(flight, now) {
      if (!closed || flight.seq <= closed.since) return;
      rate = closed.resume;
      closed = undefined;
      restart(now);
    },
  };
}

/** A guess from above: with little accepted the truth may well be more. */
function guess({ accepted, seconds }: Measure): number {
  const least = accepted === 0 ? leastPerSecond : 0;
  return Math.max(least, (share * accepted) / seconds + optimism / seconds / (1 + accepted / 10));
}

/** What the pace has grown by after so many calm milliseconds. */
function growth({ accepted, seconds }: Measure, calm: number): number {
  const ages = calm / 1000 / seconds;
  return Math.exp(Math.min(10, (optimism / (accepted + 1) + 0.04) * ages * (1 + ages)));
}
