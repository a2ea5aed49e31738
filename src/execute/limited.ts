import type { LimitFunction } from 'p-limit';
import type { Ask } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';

/**
 * Lets only so many requests be under way at once. A request that backs off keeps its place: a provider in
 * trouble is thereby asked less. The time in the queue is added to `waitedMs`.
 */
export function limited(ask: Ask, limit: LimitFunction, clock: Clock): Ask {
  return async (request, signal) => {
    const queued = clock.now();
    let started = queued;
    const outcome = await limit(() => {
      started = clock.now();
      return ask(request, signal);
    });
    return { ...outcome, waitedMs: outcome.waitedMs + (started - queued) };
  };
}
