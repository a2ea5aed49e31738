import type { RateLimits } from '../domain/rate-limits.ts';
import type { Reply, Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import type { TokenBucket } from '../flow/token-bucket.ts';
import { adaptiveWidth } from './adaptive-width.ts';
import { closure } from './closure.ts';
import type { Flight } from './flight.ts';
import type { Gate } from './gate.ts';
import { learntPace } from './learnt-pace.ts';
import type { Pace } from './pace.ts';
import { paceTeller } from './pace-teller.ts';
import { statedLimits } from './stated-limits.ts';
import { tokenEstimate } from './token-estimate.ts';
import { toldLimits } from './told-limits.ts';
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

/**
 * The gate that keeps to a server's limits: how many requests at once, by what it refuses; how many a second, by what the
 * user states, what the server says, and what was let in while it refused. A 5xx changes nothing.
 */
export function governor({ provider, ceiling, clock, onChange, ...buckets }: Options): Governor {
  const parts = {
    width: adaptiveWidth(ceiling),
    pace: learntPace(),
    closed: closure(),
    stated: statedLimits(buckets),
    told: toldLimits(),
    estimate: tokenEstimate(),
    teller: paceTeller(ceiling, onChange),
  };
  const { width, pace, closed, stated, told, estimate, teller } = parts;
  const flights = new Map<Request, Flight>();
  let [sent, inFlight] = [0, 0];
  const tokensOf = (request: Request) =>
    stated.areTokensLimited || told.areTokensLimited() ? estimate.of(request) : 0;
  const { enter, turn, waiting } = turnstile({
    provider,
    clock,
    readyAt(request, now) {
      if (inFlight >= width.now()) return Number.POSITIVE_INFINITY;
      const tokens = tokensOf(request);
      const open = Math.max(closed.until(), pace.readyAt(now), told.readyAt(tokens, now));
      return open > now ? open : stated.readyAt(tokens, now);
    },
    pass(request, now) {
      const tokens = tokensOf(request);
      inFlight++;
      pace.take(now);
      stated.take(tokens);
      told.take(tokens, now);
      flights.set(request, { seq: ++sent, at: now, tokens });
    },
    onGivenUp: stated.letGo,
  });
  const land = landing(parts);
  return {
    enter,
    leave(request, reply) {
      const now = clock.now();
      const flight = flights.get(request) ?? { seq: sent, at: now, tokens: 0 };
      flights.delete(request);
      inFlight--;
      land(flight, reply, { sent, inFlight, now });
      turn();
    },
    observe(rates) {
      if (told.hear(rates, clock.now())) teller.tell(currentPace(parts), 'learnt');
      turn();
    },
    state: () => ({ ...currentPace(parts), inFlight, waiting: waiting() }),
  };
}

type Parts = {
  width: ReturnType<typeof adaptiveWidth>;
  pace: ReturnType<typeof learntPace>;
  closed: ReturnType<typeof closure>;
  stated: ReturnType<typeof statedLimits>;
  told: ReturnType<typeof toldLimits>;
  estimate: ReturnType<typeof tokenEstimate>;
  teller: ReturnType<typeof paceTeller>;
};

function currentPace({ width, pace, stated, told }: Parts): Pace {
  const perSecond = Math.min(pace.perSecond(), stated.perSecond, told.perSecond());
  return { concurrency: width.now(), ...(perSecond < Number.POSITIVE_INFINITY ? { perSecond } : {}) };
}

type Around = { sent: number; inFlight: number; now: number };

/** What is learnt of an attempt that has come back: refusals of what was sent before a cut are of the same burst. */
function landing(parts: Parts) {
  const { width, pace, closed, stated, told, estimate, teller } = parts;
  let cutAt = 0;
  const refuse = (flight: Flight, { sent, now }: Around) => {
    if (flight.seq > cutAt) {
      cutAt = sent;
      width.cut();
      if (!told.explain(flight)) pace.limit(flight, sent, now);
      teller.tell(currentPace(parts), 'limited');
    }
    pace.refuse(flight);
  };
  const accept = (flight: Flight, now: number) => {
    width.accept();
    pace.accept(flight, now);
    closed.open(flight);
    teller.tellIfRaised(() => currentPace(parts));
  };
  return (flight: Flight, reply: Reply | undefined, around: Around) => {
    const used = reply ? estimate.settle(reply) : 0;
    const unspent = used === undefined || flight.tokens === 0 ? 0 : flight.tokens - used;
    stated.giveBack(unspent, !reply);
    told.giveBack(unspent, !reply, around.inFlight);
    if (reply?.status === 'answered') return accept(flight, around.now);
    const { kind, retryAfterMs } = reply?.failure ?? {};
    if (kind !== 'rate-limit') return neverLetIn(kind) && pace.refuse(flight);
    if (retryAfterMs !== undefined) closed.close(flight, retryAfterMs, around.now);
    refuse(flight, around);
  };
}

/** Nothing shows that the server's limiter has seen it. */
const neverLetIn = (kind: string | undefined) =>
  kind !== 'server' && kind !== 'protocol' && kind !== 'request';
