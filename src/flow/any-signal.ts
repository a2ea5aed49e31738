/**
 * A signal that is aborted with either of two. One `AbortSignal.any` costs as much as a request's whole queueing, and
 * nearly all requests of a run bring the same signal: the last pair is remembered.
 */
export function anySignal(always: AbortSignal): (other: AbortSignal) => AbortSignal {
  let last: { other: AbortSignal; both: AbortSignal } | undefined;
  return (other) => {
    if (last?.other !== other) last = { other, both: AbortSignal.any([always, other]) };
    return last.both;
  };
}
