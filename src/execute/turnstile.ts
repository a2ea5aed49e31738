import { setMaxListeners } from 'node:events';
import type { Failure } from '../domain/failure.ts';
import { failures } from '../domain/failures.ts';
import type { Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { urgentLine } from '../flow/urgent-line.ts';

/** Lets requests through one after the other, as soon as they may go. */
export type Turnstile = {
  /** Undefined when it has gone through already. */
  enter(request: Request, signal: AbortSignal): Failure | undefined | Promise<Failure | undefined>;
  /** Something has changed: whoever may go now goes. */
  turn(): void;
  waiting(): number;
};

type Options = {
  provider: string;
  clock: Clock;
  /** From when on a request may go, by what is known now; Infinity when only a change can tell. */
  readyAt(request: Request, now: number): number;
  /** It goes now. */
  pass(request: Request, now: number): void;
  /** Nobody waits any more, since all who did have given up. */
  onGivenUp(): void;
};

type Waiter = { request: Request; signal: AbortSignal; resolve(failure?: Failure): void };

/** Urgent requests first, else in the order in which they came. One that is aborted leaves, and the others move up. */
export function turnstile({ provider, clock, readyAt, pass, onGivenUp }: Options): Turnstile {
  const line = urgentLine<Waiter>();
  const alarm = singleAlarm(clock, () => turn());
  const turn = () => {
    const now = clock.now();
    for (let next = line.first(); next; next = line.first()) {
      const at = readyAt(next.request, now);
      if (at > now) return alarm.set(at);
      line.leave(next);
      pass(next.request, now);
      next.resolve();
    }
    alarm.set(Number.POSITIVE_INFINITY);
  };
  const watched = new WeakSet<AbortSignal>();
  const watch = (signal: AbortSignal) => {
    if (watched.has(signal)) return;
    watched.add(signal);
    // One signal ends a whole run, and every model of it listens: that is no leak to be warned of.
    setMaxListeners(0, signal);
    const giveUp = () => {
      for (const one of line.leaveWhere((waiter) => waiter.signal === signal))
        one.resolve(failures.cancelled({ provider }));
      if (line.size() === 0) onGivenUp();
      turn();
    };
    signal.addEventListener('abort', giveUp, { once: true });
  };
  return {
    enter(request, signal) {
      if (signal.aborted) return failures.cancelled({ provider });
      if (line.size() === 0) {
        const now = clock.now();
        if (readyAt(request, now) <= now) return pass(request, now) as undefined;
      }
      watch(signal);
      return new Promise((resolve) => {
        line.join({ request, signal, resolve }, request.urgent === true);
        turn();
      });
    },
    turn() {
      if (line.size() > 0) turn();
    },
    waiting: () => line.size(),
  };
}

/** Wakes at the one moment that was set last; never for Infinity. */
function singleAlarm(clock: Clock, wake: () => void): { set(at: number): void } {
  let setFor = Number.POSITIVE_INFINITY;
  let sleeping = new AbortController();
  return {
    set(at) {
      if (at === setFor) return;
      if (setFor !== Number.POSITIVE_INFINITY) sleeping.abort();
      setFor = at;
      if (at === Number.POSITIVE_INFINITY) return;
      const mine = new AbortController();
      sleeping = mine;
      const ring = () => {
        if (mine.signal.aborted) return;
        setFor = Number.POSITIVE_INFINITY;
        wake();
      };
      clock.sleep(at - clock.now(), mine.signal).then(ring, () => undefined);
    },
  };
}
