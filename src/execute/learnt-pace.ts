import type { Flight } from './flight.ts';

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
/** Seconds after which what was measured says nothing of today. */
const longestMemory = 60;

/** A refusal, and how many there were of what was sent later. */
type Mark = { seq: number; at: number; refused: number };

/** So many were let in within so many seconds. */
type Measure = { accepted: number; seconds: number };

/**
 * Between two moments at which a server refuses, it has let in what its limit allows: a token bucket is empty at both, a
 * window is full at both. So the pace is what was accepted in between, and grows from there: fast while little
 * is known, by a few percent of the time it was measured for once much is.
 */
export function learntPace(): LearntPace {
  let rate = Number.POSITIVE_INFINITY;
  let [next, taken, calm, isBinding] = [0, 0, 0, false];
  let measure: Measure = { accepted: 0, seconds: 1 };
  let from: Mark | undefined;
  let last: Mark = { seq: 0, at: 0, refused: 0 };
  let closed: { since: number; resume: number } | undefined;
  const perSecond = () =>
    rate === Number.POSITIVE_INFINITY ? rate : rate * growth(measure, closed ? 0 : calm);
  const restart = (now: number) => {
    calm = 0;
    taken = now;
    next = now + lenience + 1000 / rate;
  };
  const learn = (start: Mark, first: Flight, delay: number) => {
    const [whole, recent] = [between(start, first), between(last, first)];
    if (recent.accepted === 0 && whole.accepted > 0 && recent.seconds < whole.seconds) {
      closed = { since: first.seq, resume: closed?.resume ?? rate };
      rate = Math.min(perSecond() * share, closed.resume / 2, guess(recent));
      return;
    }
    closed = undefined;
    const isSteady = whole.seconds < longestMemory && agree(whole, recent);
    if (!isSteady) from = last;
    const found = isSteady ? whole : recent;
    const leap = Math.min(mostLeap, Math.sqrt(growth(measure, calm)));
    rate = Math.min(perSecond() * share, guess(found) * (leap > 1.1 ? leap : 1));
    measure = { ...found, seconds: Math.max(found.seconds, 4 * delay) };
    last = { ...first, refused: 0 };
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
      const delay = Math.max(1, now - first.at) / 1000;
      if (from) learn(from, first, delay);
      else {
        rate = (sent - first.seq + 1) / delay / 2;
        measure = { accepted: 0, seconds: 4 * delay };
        last = { ...first, refused: 0 };
        from = last;
      }
      restart(now);
    },
    refuse(flight) {
      if (from && flight.seq > from.seq) from.refused++;
      if (last !== from && flight.seq > last.seq) last.refused++;
    },
    accept(flight, now) {
      if (!closed || flight.seq <= closed.since) return;
      rate = closed.resume;
      closed = undefined;
      restart(now);
    },
  };
}

function between(start: Mark, end: Flight): Measure {
  return {
    accepted: Math.max(0, end.seq - 1 - start.seq - start.refused),
    seconds: Math.max(0.001, (end.at - start.at) / 1000),
  };
}

/** A guess from above: with little accepted the truth may well be more. */
function guess({ accepted, seconds }: Measure): number {
  const least = accepted === 0 ? leastPerSecond : 0;
  return Math.max(least, (share * accepted) / seconds + optimism / seconds / (1 + accepted / 10));
}

/** Whether the latest stretch is as the whole one lets expect, as far as so few can tell. */
function agree(whole: Measure, recent: Measure): boolean {
  const expected = (whole.accepted / whole.seconds) * recent.seconds;
  return Math.abs(recent.accepted - expected) <= optimism + 0.15 * expected;
}

/** What the pace has grown by after so many calm milliseconds. */
function growth({ accepted, seconds }: Measure, calm: number): number {
  const ages = calm / 1000 / seconds;
  return Math.exp(Math.min(10, (optimism / (accepted + 1) + 0.04) * ages * (1 + ages)));
}
