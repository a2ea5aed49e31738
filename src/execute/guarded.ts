import type { Failure } from '../domain/failure.ts';
import type { Ask } from '../domain/request.ts';

/** Shared by all models of one provider: why it will not be asked again, once that is so. */
export type Guard = { stopped?: Failure };

/** After a 401 or 403 nothing more is asked of the provider: each further trial is errored at once, for the same reason. */
export function guarded(ask: Ask, guard: Guard, onStop: (failure: Failure) => void): Ask {
  return async (request, signal) => {
    if (guard.stopped) return { status: 'errored', failure: guard.stopped, attempts: [], waitedMs: 0 };
    const outcome = await ask(request, signal);
    if (outcome.status === 'errored' && outcome.failure.kind === 'auth' && !guard.stopped) {
      guard.stopped = outcome.failure;
      onStop(outcome.failure);
    }
    return outcome;
  };
}
