import { setMaxListeners } from 'node:events';

/**
 * A signal that is aborted with either of two. One `AbortSignal.any` costs as much as a request's whole queueing, and
 * nearly all requests of a run bring the same signal: the last pair is remembered.
 */
export function anySignal(always: AbortSignal): (other: AbortSignal) => AbortSignal {
  let last: { other: AbortSignal; both: AbortSignal } | undefined;
  return (other) => {
    if (last?.other !== other) {
      last = { other, both: AbortSignal.any([always, other]) };
      // All that waits in a run listens to it: that is no leak to be warned of.
      setMaxListeners(0, last.both);
    }
    return last.both;
  };
}
