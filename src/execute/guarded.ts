import type { Failure } from '../domain/failure.ts';
import type { Ask } from '../domain/request.ts';

/** Shared by all that is asked with the same key: why it will not be asked again, once that is so. */
export type Guard = {
  stopped?: Failure;
  /** Aborted together with it, so that nothing waits for another attempt. */
  halt: AbortController;
};

/**
 * After a 401 or 403 nothing more is asked: each further trial, and each that waits for another attempt, is errored
 * at once for the same reason. `onStop` is told once.
 */
export function guarded(ask: Ask, guard: Guard, onStop: (failure: Failure) => void): Ask {
  return async (request, signal) => {
    if (guard.stopped) return { status: 'errored', failure: guard.stopped, attempts: [], waitedMs: 0 };
    const outcome = await ask(request, signal);
    if (outcome.status === 'answered') return outcome;
    if (outcome.failure.kind === 'cancelled' && guard.stopped && !signal.aborted)
      return { ...outcome, failure: guard.stopped };
    if (outcome.failure.kind === 'auth' && !guard.stopped) {
      guard.stopped = outcome.failure;
      guard.halt.abort();
      onStop(outcome.failure);
    }
    return outcome;
  };
}
