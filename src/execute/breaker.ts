import type { Failure, FailureKind } from '../domain/failure.ts';
import { failures } from '../domain/failures.ts';
import type { Reply } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Clock } from '../flow/clock.ts';
import { recentTroubles } from './recent-troubles.ts';

/** Whether a model is asked, left alone for a while, or given up. Knows nothing of those who wait. */
export type Breaker = {
  state(): 'closed' | 'open' | 'given-up';
  /** Milliseconds until a probe may be made; 0 when it is time. */
  restMs(): number;
  /** What came of an attempt. */
  learn(reply: Reply, isProbe: boolean): void;
  /** Why an attempt is not made, while it is open or given up. */
  refusal(): Failure;
};

/** Of which model, by which clock, and who hears of it. */
export type BreakerOptions = {
  provider: string;
  /** As the user calls it. */
  model: string;
  clock: Clock;
  emit(event: Extract<RunEvent, { type: 'circuit' }>): void;
};

/** Milliseconds of the first pause, which doubles with each probe that fails, and of the longest. */
const firstPause = 1000;
const longestPause = 30_000;
/** Failed probes in a row after which a model is given up; sooner where it has never answered: its address is wrong. */
const mostProbes = 6;
const mostProbesOfStranger = 3;

const troubled = new Set<FailureKind>(['server', 'connection', 'timeout', 'protocol']);

/** Where another try may help, the fault is the provider's; a 501 or a thrown error says nothing of the next request. */
const isTrouble = (reply: Reply): reply is Extract<Reply, { status: 'errored' }> =>
  reply.status === 'errored' && reply.failure.retryable && troubled.has(reply.failure.kind);

/** Starts closed. What it learns of a cancelled attempt would be nothing: it is not to be told of one. */
export function breaker({ provider, model, clock, emit }: BreakerOptions): Breaker {
  const troubles = recentTroubles();
  let state: ReturnType<Breaker['state']> = 'closed';
  let [hasAnswered, failedProbes, dueAt] = [false, 0, 0];
  let last: Failure = failures.cancelled({ provider });
  const open = () => {
    const ms = Math.min(longestPause, firstPause * 2 ** failedProbes);
    [state, dueAt] = ['open', clock.now() + ms];
    emit({ type: 'circuit', provider, model, state, ms, failure: last });
  };
  const close = () => {
    [state, failedProbes] = ['closed', 0];
    troubles.forget();
    emit({ type: 'circuit', provider, model, state });
  };
  const giveUp = () => {
    state = 'given-up';
    emit({ type: 'circuit', provider, model, state, failure: last });
  };
  const endure = (isProbe: boolean) => {
    if (state === 'closed') {
      troubles.add(true);
      if (troubles.areMany()) open();
    } else if (state === 'open' && isProbe) {
      failedProbes += 1;
      if (failedProbes >= (hasAnswered ? mostProbes : mostProbesOfStranger)) giveUp();
      else open();
    }
  };
  return {
    state: () => state,
    restMs: () => Math.max(0, dueAt - clock.now()),
    learn(reply, isProbe) {
      if (isTrouble(reply)) {
        last = reply.failure;
        return endure(isProbe);
      }
      hasAnswered = true;
      if (state === 'closed') troubles.add(false);
      // Whoever answers lives, however late; a refusal (429, 400) says so only in answer to a probe.
      else if (isProbe || reply.status === 'answered') close();
    },
    refusal: () =>
      state === 'given-up'
        ? failures.givenUp({ model, last, probes: failedProbes, hasAnswered })
        : failures.paused({ model, last }),
  };
}
