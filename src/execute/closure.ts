import type { Flight } from './flight.ts';

/** A time for which a server has asked everybody to wait. Times are milliseconds of one clock. */
export type Closure = {
  /** 0 when nobody waits. */
  until(): number;
  /** `flight` was refused with the word to come back after so long. */
  close(flight: Flight, retryAfterMs: number, now: number): void;
  /** `flight` was let in. */
  open(flight: Flight): void;
};

/** Milliseconds. No server's word makes us wait longer. */
const longestWait = 120_000;

/**
 * One whole second is what servers say that cannot say less: the request that was refused waits for it, the others need not.
 * A server that lets in what was sent after the one it refused is not closed.
 */
export function closure(): Closure {
  let [until, by] = [0, 0];
  return {
    until: () => until,
    close({ seq }, retryAfterMs, now) {
      const isForAll = retryAfterMs >= 2000 || retryAfterMs % 1000 !== 0;
      const end = now + Math.min(retryAfterMs, longestWait);
      if (!isForAll || !(end > until)) return;
      until = end;
      by = seq;
    },
    open({ seq }) {
      if (seq > by) until = 0;
    },
  };
}
