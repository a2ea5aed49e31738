import type { RateLimits } from '../domain/rate-limits.ts';
import type { Reply, Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import type { TokenBucket } from '../flow/token-bucket.ts';
import { adaptiveWidth } from './adaptive-width.ts';
import { allowances } from './allowances.ts';
import type { Flight } from './flight.ts';
import type { Gate } from './gate.ts';
import { learntPace } from './learnt-pace.ts';
import type { Pace } from './pace.ts';
import { paceTeller } from './pace-teller.ts';
import { turnstile } from './turnstile.ts';

/** Decides when the next attempt at one model may go. */
export type Governor = Gate & {
  /** What the server says of its limits, as soon as it says so. */
  observe(rates: RateLimits): void;
  state(): Pace & { inFlight: number; waiting: number };
};

type Options = {
  provider: string;
  /** Requests at once, at most and at first. */
  ceiling: number;
  /** Limits that the user states; all models of a provider share them. */
  requests?: TokenBucket;
  tokens?: TokenBucket;
  clock: Clock;
  /** Told when the pace has changed enough to be worth a word. */
  onChange(pace: Pace, why: 'limited' | 'raised' | 'learnt'): void;
};

/** Milliseconds. No server's word makes us wait longer. */
const longestWait = 120_000;

/**
 * The gate that keeps to a server's limits: how many requests at once, by what it refuses; how many a second, by what the
 * user states, what the server says, and what was let in while it refused. A 5xx changes nothing.
 */
export function governor({ provider, ceiling, clock, onChange, ...stated }: Options): Governor {
  const width = adaptiveWidth(ceiling);
  const pace = learntPace();
  const allowed = allowances(stated);
  const flights = new Map<Request, Flight>();
  let [sent, inFlight, cutAt, closedBy, closedUntil] = [0, 0, 0, 0, 0];
  const current = (): Pace => {
    const perSecond = Math.min(pace.perSecond(), allowed.perSecond());
    return { concurrency: width.now(), ...(perSecond < Number.POSITIVE_INFINITY ? { perSecond } : {}) };
  };
  const teller = paceTeller(ceiling, onChange);
  const gate = turnstile({
    provider,
    clock,
    readyAt(request, now) {
      if (inFlight >= width.now()) return Number.POSITIVE_INFINITY;
      const open = Math.max(now, closedUntil, pace.readyAt(now));
      return allowed.readyAt(request, open, now);
    },
    pass(request, now) {
      inFlight++;
      pace.take(now);
      flights.set(request, { seq: ++sent, at: now, tokens: allowed.take(request, now) });
    },
    onGivenUp: allowed.letGo,
  });
  const refuse = (flight: Flight, retryAfterMs: number | undefined, now: number) => {
    if (retryAfterMs !== undefined && isForAll(retryAfterMs) && now + retryAfterMs > closedUntil) {
      closedUntil = now + Math.min(Math.max(0, retryAfterMs), longestWait);
      closedBy = flight.seq;
    }
    if (flight.seq > cutAt) {
      cutAt = sent;
      width.cut();
      if (!allowed.explain(flight)) pace.limit(flight, sent, now);
      teller.tell(current(), 'limited');
    }
    pace.refuse(flight);
  };
  const accept = (flight: Flight) => {
    width.accept();
    if (flight.seq > closedBy) closedUntil = 0;
    teller.tellIfRaised(() => current());
  };
  const land = (flight: Flight, reply: Reply | undefined, now: number) => {
    const kind = reply?.status === 'errored' ? reply.failure.kind : undefined;
    if (reply?.status === 'answered') accept(flight);
    else if (reply && kind === 'rate-limit') refuse(flight, reply.failure.retryAfterMs, now);
    else if (kind !== 'server' && kind !== 'protocol') pace.refuse(flight);
  };
  return {
    enter: gate.enter,
    leave(request, reply) {
      const now = clock.now();
      const flight = flights.get(request) ?? { seq: sent, at: now, tokens: 0 };
      flights.delete(request);
      inFlight--;
      allowed.settle(flight, reply, inFlight);
      land(flight, reply, now);
      gate.turn();
    },
    observe(rates) {
      const now = clock.now();
      if (allowed.hear(rates, now)) teller.tell(current(), 'learnt');
      gate.turn();
    },
    state: () => ({ ...current(), inFlight, waiting: gate.waiting() }),
  };
}

/** One whole second is what servers say that cannot say less: the request that was refused waits for it, the others need not. */
const isForAll = (retryAfterMs: number) => retryAfterMs >= 2000 || retryAfterMs % 1000 !== 0;
