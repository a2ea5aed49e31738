import type { Failure } from '../domain/failure.ts';
import { failures } from '../domain/failures.ts';
import { localFailures } from '../domain/local-failures.ts';
import type { Attempt } from '../domain/outcome.ts';
import type { Ask, Reply, Request, Try } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { messageOf } from '../text/message-of.ts';
import { anySignal } from './any-signal.ts';
import { backoff } from './backoff.ts';
import type { Gate } from './gate.ts';

/** What a retrying request needs, and whom it tells that it waits. */
export type RetryOptions = {
  provider: string;
  /** Retries after the first attempt. */
  retries: number;
  clock: Clock;
  /** 0..1. */
  random(): number;
  onWait(ms: number, failure: Failure): void;
  /** Passed before each attempt; the wait at it is our own. */
  gate: Gate;
  /** Once aborted, an attempt under way is finished and no other is begun; a wait ends, and the trial is given up. */
  stop: AbortSignal;
};

/** The same failure so many times in a row will not go away. */
const mostIdentical = 3;

/** Tries again what may be tried again. An answer is never thrown away, and no wait counts as the model's time. */
export function retried(ask: Try, options: RetryOptions): Ask {
  const { provider, clock, stop, gate } = options;
  const either = anySignal(stop);
  return async (request, signal) => {
    const attempts: Attempt[] = [];
    let waitedMs = 0;
    while (!stop.aborted && !signal.aborted) {
      const arrived = clock.now();
      const entering = gate.enter(request, either(signal));
      const failure = entering instanceof Promise ? await entering : entering;
      const start = clock.now();
      waitedMs += start - arrived;
      if (failure) return { status: 'errored', failure, attempts, waitedMs };
      const reply = await attempt(ask, provider, request, signal);
      const ms = clock.now() - start;
      gate.leave(request, reply);
      if (reply.status === 'answered') return { ...reply, attempts: [...attempts, { ms }], waitedMs };
      attempts.push({ ms, failure: reply.failure });
      if (!shouldRetry(attempts, options.retries)) return { ...reply, attempts, waitedMs };
      const wait = backoff(attempts.length, options.random(), reply.failure.retryAfterMs);
      options.onWait(wait, reply.failure);
      waitedMs += await pause(wait, clock, either(signal));
    }
    return { status: 'errored', failure: failures.cancelled({ provider }), attempts, waitedMs };
  };
}

/** Waits until the time is over or the signal is aborted; gives back how long that was. */
async function pause(ms: number, clock: Clock, signal: AbortSignal): Promise<number> {
  const start = clock.now();
  await clock.sleep(ms, signal).catch(() => {});
  return clock.now() - start;
}

/** A provider is not to throw; one that does has failed, and the run goes on. */
async function attempt(ask: Try, provider: string, request: Request, signal: AbortSignal): Promise<Reply> {
  try {
    return await ask(request, signal);
  } catch (error) {
    const message = messageOf(error);
    return {
      status: 'errored',
      failure: localFailures.threw({ name: provider, message, retryable: false }),
    };
  }
}

function shouldRetry(attempts: readonly Attempt[], retries: number): boolean {
  const last = attempts.at(-1)!.failure!;
  if (!last.retryable || attempts.length > retries) return false;
  const recent = attempts.slice(-mostIdentical).map((attempt) => attempt.failure!);
  const isStuck =
    recent.length === mostIdentical &&
    recent.every((one) => isDeterministic(one) && one.status === last.status && one.body === last.body);
  return !isStuck;
}

/**
 * A server that repeats itself to the letter is broken in a way that waiting does not mend. That holds for its own
 * 500s; 502, 503, 504 and 529 say "later" in the same words each time, and so do gateways for a server behind them.
 */
function isDeterministic({ kind, status, body }: Failure): boolean {
  return kind === 'server' && (status === undefined || status === 500) && Boolean(body);
}
