import type { Flight } from './flight.ts';

/** So many were let in within so many seconds. */
export type Measure = { accepted: number; seconds: number };

/** Knows when a server has refused, and how much it has let in meanwhile. */
export type RefusalMemory = {
  /**
   * What was let in up to the first refusal of a burst, since the earliest refusal after which it was as much; `isClosed`
   * when nothing is let in just now. Undefined for the first burst of all.
   */
  measure(first: Flight): (Measure & { isClosed: boolean }) | undefined;
  /** Each request that was not let in. */
  refuse(flight: Flight): void;
};

/** A refusal, and how many there were of what was sent later. */
type Mark = { seq: number; at: number; refused: number };

/** Seconds after which what was measured says nothing of today. */
const longest = 60;
/** What two stretches may differ by and still be alike: so many requests, and a part. */
const [few, part] = [2, 0.15];

/** It remembers two refusals: the last, and the one since when the pace has been the same. */
export function refusalMemory(): RefusalMemory {
  let from: Mark | undefined;
  let last: Mark = { seq: 0, at: 0, refused: 0 };
  return {
    measure(first) {
      const [start, previous] = [from, last];
      const mark = { ...first, refused: 0 };
      if (!start) {
        from = mark;
        last = mark;
        return undefined;
      }
      const [whole, recent] = [between(start, first), between(previous, first)];
      if (recent.accepted === 0 && whole.accepted > 0 && recent.seconds < whole.seconds)
        return { ...recent, isClosed: true };
      const isSteady = whole.seconds < longest && agree(whole, recent);
      if (!isSteady) from = previous;
      last = mark;
      return { ...(isSteady ? whole : recent), isClosed: false };
    },
    refuse({ seq }) {
      if (from && seq > from.seq) from.refused++;
      if (last !== from && seq > last.seq) last.refused++;
    },
  };
}

function between(start: Mark, end: Flight): Measure {
  return {
    accepted: Math.max(0, end.seq - 1 - start.seq - start.refused),
    seconds: Math.max(0.001, (end.at - start.at) / 1000),
  };
}

/** Whether the latest stretch is as the whole one lets expect, as far as so few can tell. */
function agree(whole: Measure, recent: Measure): boolean {
  const expected = (whole.accepted / whole.seconds) * recent.seconds;
  return Math.abs(recent.accepted - expected) <= few + part * expected;
}
