import type { Failure } from '../domain/failure.ts';
import type { Attempt } from '../domain/outcome.ts';
import type { Ask, Try } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { backoff } from './backoff.ts';

/** What a retrying request needs, and whom it tells that it waits. */
export type RetryOptions = {
  /** Retries after the first attempt. */
  retries: number;
  clock: Clock;
  /** 0..1. */
  random(): number;
  onWait(ms: number, failure: Failure): void;
};

/** The same failure so many times in a row will not go away. */
const mostIdentical = 3;

/** Tries again what may be tried again. An answer is never thrown away, and no wait counts as the model's time. */
export function retried(ask: Try, { retries, clock, random, onWait }: RetryOptions): Ask {
  return async (request, signal) => {
    const attempts: Attempt[] = [];
    let waitedMs = 0;
    for (;;) {
      const start = clock.now();
      const reply = await ask(request, signal);
      const ms = clock.now() - start;
      if (reply.status === 'answered') return { ...reply, attempts: [...attempts, { ms }], waitedMs };
      attempts.push({ ms, failure: reply.failure });
      if (!shouldRetry(attempts, retries, signal)) return { ...reply, attempts, waitedMs };
      const wait = backoff(attempts.length, random(), reply.failure.retryAfterMs);
      onWait(wait, reply.failure);
      const paused = clock.now();
      const isStopped = await clock.sleep(wait, signal).then(
        () => false,
        () => true,
      );
      waitedMs += clock.now() - paused;
      if (isStopped)
        return { status: 'errored', failure: { ...reply.failure, kind: 'cancelled' }, attempts, waitedMs };
    }
  };
}

function shouldRetry(attempts: Attempt[], retries: number, signal: AbortSignal): boolean {
  const last = attempts.at(-1)!.failure!;
  if (!last.retryable || attempts.length > retries || signal.aborted) return false;
  const recent = attempts.slice(-mostIdentical).map((attempt) => attempt.failure!);
  // A server that repeats itself to the letter is broken in a way that waiting does not mend; silence and 429 are not that.
  const isDeterministic = last.kind === 'server' && last.body !== undefined && last.body !== '';
  return !(
    isDeterministic &&
    recent.length === mostIdentical &&
    recent.every((one) => one.status === last.status && one.body === last.body)
  );
}
