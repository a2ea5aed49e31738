import { failures } from '../domain/failures.ts';
import type { Reply, Try } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';

/** Whose tries are timed, how long one may take (milliseconds), and by which clock. */
export type Deadline = {
  provider: string;
  totalMs: number;
  clock: Clock;
  /**
   * A try leaves nothing behind that listens to its signal: then the next one may have the same, as a signal for each
   * costs as much as the rest of the engine for a case. Otherwise a try's signal is aborted at its end.
   */
  sharesSignals?: boolean;
};

type Under = { at: number; end: AbortController; settle(reply: Reply): void };

const passed = new DOMException('The deadline has passed.', 'TimeoutError');
/** A timer holds the process: none is longer than this, so that nothing waits for a deadline that nobody needs any more. */
const longestNap = 1000;

/** Ends a try that takes longer than `totalMs`, even when what it calls never looks at the signal. */
export function timed(ask: Try, { provider, totalMs, clock, sharesSignals = false }: Deadline): Try {
  const late: Reply = {
    status: 'errored',
    failure: failures.timeout({ provider, phase: 'total', ms: totalMs }),
  };
  const cancelled: Reply = { status: 'errored', failure: failures.cancelled({ provider }) };
  const free: AbortController[] = [];
  const underWay = trackers(cancelled);
  const watch = watcher(underWay.all, clock, late);
  return (request, signal) => {
    if (signal.aborted) return Promise.resolve(cancelled);
    return new Promise((resolve, reject) => {
      const end = free.pop() ?? new AbortController();
      const one: Under = { at: clock.now() + totalMs, end, settle: resolve };
      underWay.add(one, signal);
      watch();
      const finish = () => {
        const wasUnderWay = underWay.delete(one, signal);
        if (wasUnderWay && sharesSignals) free.push(end);
        else end.abort(passed);
      };
      const fail = (error: unknown) => {
        finish();
        reject(error);
      };
      try {
        ask(request, end.signal).then((reply) => {
          finish();
          resolve(reply);
        }, fail);
      } catch (error) {
        fail(error);
      }
    });
  };
}

/** Those under way, the oldest first; one listener ends all of those that were asked under a signal. */
function trackers(cancelled: Reply) {
  const all = new Set<Under>();
  const bySignal = new WeakMap<AbortSignal, Set<Under>>();
  const listen = (signal: AbortSignal) => {
    const mine = new Set<Under>();
    bySignal.set(signal, mine);
    signal.addEventListener('abort', () => {
      for (const one of mine) {
        all.delete(one);
        one.settle(cancelled);
        one.end.abort(signal.reason);
      }
      mine.clear();
    });
    return mine;
  };
  return {
    all,
    add(one: Under, signal: AbortSignal) {
      all.add(one);
      (bySignal.get(signal) ?? listen(signal)).add(one);
    },
    delete(one: Under, signal: AbortSignal) {
      bySignal.get(signal)?.delete(one);
      return all.delete(one);
    },
  };
}

/** All have the same time, so the oldest is the first that is late: one timer watches over them. */
function watcher(all: Set<Under>, clock: Clock, late: Reply): () => void {
  let isAwake = false;
  const expire = () => {
    for (const one of all) {
      if (one.at > clock.now()) return;
      all.delete(one);
      // First what we say of it: what the try says of its own end must not come before.
      one.settle(late);
      one.end.abort(passed);
    }
  };
  const run = async () => {
    for (let [oldest] = all; oldest; [oldest] = all) {
      await clock.sleep(Math.min(longestNap, Math.max(0, oldest.at - clock.now())));
      expire();
    }
    isAwake = false;
  };
  return () => {
    if (isAwake) return;
    isAwake = true;
    void run();
  };
}
