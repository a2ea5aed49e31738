import type { RateLimits } from '../../src/domain/rate-limits.ts';
import type { Request, Try } from '../../src/domain/request.ts';
import { gates } from '../../src/execute/gates.ts';
import { governor } from '../../src/execute/governor.ts';
import { retried } from '../../src/execute/retried.ts';
import { seeded } from '../../src/flow/seeded.ts';
import type { TokenBucket } from '../../src/flow/token-bucket.ts';
import { eventClock } from '../flow/event-clock.ts';
import type { RateLaw, Ruling } from '../servers/rate-laws.mjs';
import { replies } from './replies.ts';

export type Simulation = {
  law: RateLaw;
  /** Requests. */
  count: number;
  /** Milliseconds of an answer, of which a refusal takes a tenth at most 50; the n-th may differ. */
  latency: number | ((n: number) => number);
  width?: number;
  /** What the server says of its limits with each reply. */
  headers?(ruling: Ruling): RateLimits;
  retryAfter?(ruling: Ruling): number | undefined;
  requests?: TokenBucket;
};

export type Simulated = {
  ms: number;
  ideal: number;
  ratio: number;
  refused: number;
  refusedLate: number;
  errored: number;
  most: number;
  sent: number[];
  changes: string[];
};

/** Runs so many trials against a server that keeps to a law, by a clock that costs no time. */
export async function simulate(s: Simulation): Promise<Simulated> {
  const clock = eventClock();
  const random = seeded(7);
  const changes: string[] = [];
  const width = s.width ?? 50;
  const control = governor({
    provider: 'p',
    ceiling: width,
    clock,
    requests: s.requests,
    onChange: ({ concurrency, perSecond }, why) =>
      changes.push(`${clock.now().toFixed(0)}: ${why} ${concurrency} ${perSecond?.toFixed(1)}`),
  });
  const sent: number[] = [];
  const refusals: number[] = [];
  let [inside, most] = [0, 0];
  const ask: Try = async () => {
    const n = sent.length;
    const start = clock.now();
    sent.push(start);
    most = Math.max(most, ++inside);
    const whole = typeof s.latency === 'number' ? s.latency : s.latency(n);
    const half = Math.min(whole / 2, 25);
    await clock.sleep(half);
    const ruling = s.law.admit(clock.now());
    await clock.sleep(ruling.isAdmitted ? whole - half : half);
    if (s.headers) control.observe({ ...s.headers(ruling), tookMs: clock.now() - start });
    inside--;
    if (ruling.isAdmitted) return replies.answered();
    refusals.push(clock.now());
    return replies.failed({ kind: 'rate-limit', status: 429, retryAfterMs: s.retryAfter?.(ruling) });
  };
  const calm = new AbortController().signal;
  const wrapped = retried(ask, {
    provider: 'p',
    retries: 5,
    clock,
    random,
    onWait: () => {},
    gate: gates([control]),
    stop: calm,
  });
  let [next, errored] = [0, 0];
  const work = async () => {
    while (next++ < s.count) {
      const request: Request = { ...replies.request };
      if ((await wrapped(request, calm)).status === 'errored') errored++;
    }
  };
  await clock.run(Promise.all(Array.from({ length: width }, work)));
  const ms = clock.now();
  const ideal = s.law.idealMs(s.count);
  return {
    ms,
    ideal,
    ratio: ms / ideal,
    refused: refusals.length,
    refusedLate: refusals.filter((at) => at > 3000).length,
    errored,
    most,
    sent,
    changes,
  };
}
