import type { Failure } from '../domain/failure.ts';
import { failures } from '../domain/failures.ts';
import type { Reply, Try } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';

/** Whose tries are timed, how long one may take (milliseconds), and by which clock. */
export type Deadline = { provider: string; totalMs: number; clock: Clock };

const passed = new DOMException('The deadline has passed.', 'TimeoutError');

/** Ends a try that takes longer than `totalMs`, even when what it calls never looks at the signal. */
export function timed(ask: Try, { provider, totalMs, clock }: Deadline): Try {
  const late = errored(failures.timeout({ provider, phase: 'total', ms: totalMs }));
  const cancelled = errored(failures.cancelled({ provider }));
  return async (request, signal) => {
    if (signal.aborted) return cancelled;
    const end = new AbortController();
    const onAbort = () => end.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const sleeping = clock.sleep(totalMs, end.signal).then(() => late);
    const overdue = sleeping.catch(() => cancelled);
    try {
      return await Promise.race([ask(request, end.signal), overdue]);
    } finally {
      signal.removeEventListener('abort', onAbort);
      // Only now: what the try says of its own end must not come before what we say of it.
      end.abort(passed);
    }
  };
}

const errored = (failure: Failure): Reply => ({ status: 'errored', failure });
