import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RateLimits } from '../../src/domain/rate-limits.ts';
import type { Reply, Request } from '../../src/domain/request.ts';
import { governor } from '../../src/execute/governor.ts';
import type { Pace } from '../../src/execute/pace.ts';
import { minuteBucket } from '../../src/flow/minute-bucket.ts';
import { eventClock } from '../flow/event-clock.ts';
import { bucketLaw, type RateLaw, type Ruling, slidingLaw, windowLaw } from '../servers/rate-laws.mjs';
import { replies } from './replies.ts';
import { type Simulation, simulate } from './simulate.ts';

const calm = () => new AbortController().signal;
const request = (more: Partial<Request> = {}): Request => ({ ...replies.request, ...more });
const refused = (retryAfterMs?: number) => replies.failed({ kind: 'rate-limit', status: 429, retryAfterMs });

function made(ceiling: number, more: Partial<Parameters<typeof governor>[0]> = {}) {
  const clock = eventClock();
  const told: (Pace & { why: string })[] = [];
  const gate = governor({
    provider: 'p',
    ceiling,
    clock,
    onChange: (pace, why) => told.push({ ...pace, why }),
    ...more,
  });
  /** Lets `count` requests in, which have to go at once, and gives them back with the replies. */
  const round = (list: Reply[]) => {
    const all = list.map((reply) => ({ reply, one: request() }));
    for (const { one } of all) expect(gate.enter(one, calm())).toBeUndefined();
    for (const { one, reply } of all) gate.leave(one, reply);
  };
  return { clock, gate, told, round };
}

/** Headers that say all, in milliseconds or in whole seconds. */
const exact = ({ limit, remaining, resetMs }: Ruling): RateLimits => ({
  requests: { limit, remaining, resetMs },
});
const rounded = ({ limit, remaining, resetMs }: Ruling): RateLimits => ({
  requests: { limit, remaining, ...(resetMs > 1000 ? { resetMs: Math.ceil(resetMs / 1000) * 1000 } : {}) },
});
const inSeconds = ({ retryAfterMs }: Ruling) => Math.ceil(retryAfterMs / 1000) * 1000;

type Style = Pick<Simulation, 'headers' | 'retryAfter'>;
const styles = {
  nothing: {},
  'Retry-After': { retryAfter: inSeconds },
  headers: { headers: exact },
  'rounded headers': { headers: rounded, retryAfter: inSeconds },
} satisfies Record<string, Style>;

describe('a run against a server that limits', () => {
  // `slower`: the time that the server's law allows at best, times so much; `late`: refused after the first 3 seconds.
  type Row = {
    law: string;
    of: () => RateLaw;
    count: number;
    styles: (keyof typeof styles)[];
    slower: number;
    late: number;
  };
  test.each<Row & { latency: number }>(
    [
      { law: 'bucket of a second', of: () => bucketLaw(50, 50), count: 1000, styles: ['nothing', 'Retry-After', 'rounded headers'] as const, slower: 1.1, late: 0.01 },
      { law: 'bucket of a second', of: () => bucketLaw(50, 50), count: 1000, styles: ['headers'] as const, slower: 1.05, late: 0 },
      { law: 'small bucket', of: () => bucketLaw(10, 50), count: 1000, styles: ['nothing', 'headers'] as const, slower: 1.1, late: 0.01 },
      { law: 'small bucket', of: () => bucketLaw(10, 50), count: 1000, styles: ['Retry-After', 'rounded headers'] as const, slower: 1.3, late: 0.02 },
      { law: 'bucket of a minute', of: () => bucketLaw(600, 10), count: 1000, styles: ['nothing', 'Retry-After', 'headers', 'rounded headers'] as const, slower: 1.05, late: 0.1 },
      { law: 'fast bucket', of: () => bucketLaw(500, 500), count: 3000, styles: ['nothing', 'headers'] as const, slower: 1.05, late: 0.02 },
      { law: 'slow bucket', of: () => bucketLaw(5, 1), count: 60, styles: ['nothing', 'Retry-After', 'headers', 'rounded headers'] as const, slower: 1.1, late: 0.2 },
      { law: 'window of a second', of: () => windowLaw(50, 1000), count: 1000, styles: ['headers'] as const, slower: 1.1, late: 0 },
      { law: 'window of a second', of: () => windowLaw(50, 1000), count: 1000, styles: ['nothing', 'Retry-After', 'rounded headers'] as const, slower: 1.3, late: 0.05 },
      { law: 'window of a minute', of: () => windowLaw(100, 60_000), count: 250, styles: ['headers', 'rounded headers'] as const, slower: 1.05, late: 0 },
      { law: 'window of a minute', of: () => windowLaw(100, 60_000), count: 250, styles: ['nothing', 'Retry-After'] as const, slower: 1.5, late: 0.3 },
      { law: 'sliding second', of: () => slidingLaw(50, 1000), count: 1000, styles: ['nothing', 'Retry-After', 'headers', 'rounded headers'] as const, slower: 1.5, late: 0.12 },
      { law: 'sliding minute', of: () => slidingLaw(100, 60_000), count: 250, styles: ['headers', 'rounded headers'] as const, slower: 1.05, late: 0 },
    ].flatMap((row) => [5, 50, 500].map((latency) => ({ ...row, styles: [...row.styles], latency }))),
  )('$law, answers in $latency ms, $styles: ≤ $slower × the ideal', async ({ of, count, latency, slower, late, styles: all }) => {
    for (const style of all) {
      const law = of();
      const run = await simulate({ law, count, latency, ...styles[style] });
      const least = Math.max(law.idealMs(count), (count * latency) / 50);
      expect.soft(run.errored, `${style}: given up`).toBe(0);
      expect.soft(run.ms / least, `${style}: time`).toBeLessThanOrEqual(slower);
      const sentLate = run.sent.filter((at) => at > 3000).length;
      expect.soft(run.refusedLate, `${style}: refused`).toBeLessThanOrEqual(late * sentLate);
      expect.soft(run.most, `${style}: at once`).toBeLessThanOrEqual(50);
    }
  }); // biome-ignore format: a table

  test('a limit of requests a day throttles nothing while much of it is left', async () => {
    let left = 10_000;
    const headers = () => ({
      requests: { limit: 10_000, remaining: --left, resetMs: 8640 * (10_000 - left) },
    });
    const run = await simulate({ law: bucketLaw(10_000, 1 / 8.64), count: 2000, latency: 100, headers });
    expect(run.ms).toBe((2000 / 50) * 100);
    expect(run.changes).toEqual([]);
  });
});

describe('requests at once', () => {
  test('start at the ceiling, and never exceed it', () => {
    const { gate } = made(3);
    const all = [request(), request(), request()];
    for (const one of all) expect(gate.enter(one, calm())).toBeUndefined();
    expect(gate.enter(request(), calm())).toBeInstanceOf(Promise);
    expect(gate.state()).toMatchObject({ concurrency: 3, inFlight: 3, waiting: 1 });
  });

  test('are cut by a fifth once for a burst, whose requests were all sent before', () => {
    const { gate, round } = made(10);
    round(Array.from({ length: 10 }, () => refused()));
    expect(gate.state().concurrency).toBe(8);
  });

  test('grow by one for each clean round, and not beyond the ceiling', async () => {
    const { clock, gate } = made(10);
    const one = request();
    gate.enter(one, calm());
    gate.leave(one, refused());
    expect(gate.state().concurrency).toBe(8);
    const widths: number[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const next = request();
      const entered = gate.enter(next, calm());
      if (entered) await clock.run(Promise.resolve(entered));
      gate.leave(next, replies.answered());
      widths.push(gate.state().concurrency);
    }
    expect(widths.indexOf(9)).toBe(7);
    expect(widths.indexOf(10)).toBe(16);
    expect(widths.at(-1)).toBe(10);
  });

  test.each(['server', 'connection', 'timeout', 'protocol', 'request', 'cancelled'] as const)('and the pace are left alone by a failure of kind %s', (kind) => {
    const { gate, told, round } = made(10);
    round(Array.from({ length: 10 }, () => replies.failed({ kind, status: 503 })));
    expect(gate.state()).toEqual({ concurrency: 10, inFlight: 0, waiting: 0 });
    expect(told).toEqual([]);
  }); // biome-ignore format: a table
});

describe('who waits', () => {
  test('goes in the order of coming, a judge’s request before those of trials', async () => {
    const { gate } = made(1);
    const first = request();
    gate.enter(first, calm());
    const order: string[] = [];
    const enter = async (name: string, urgent?: true) => {
      const one = request({ urgent });
      await gate.enter(one, calm());
      order.push(name);
      gate.leave(one, replies.answered());
    };
    const all = [enter('a'), enter('b'), enter('judge', true), enter('c')];
    gate.leave(first, replies.answered());
    await Promise.all(all);
    expect(order).toEqual(['judge', 'a', 'b', 'c']);
  });

  test('may give up, is cancelled, and holds up nobody', async () => {
    const { gate } = made(1);
    const first = request();
    gate.enter(first, calm());
    const end = new AbortController();
    const given = gate.enter(request(), end.signal);
    const next = request();
    const patient = gate.enter(next, calm());
    end.abort();
    expect(await given).toMatchObject({ kind: 'cancelled' });
    expect(gate.enter(request(), end.signal)).toMatchObject({ kind: 'cancelled' });
    gate.leave(first, replies.answered());
    expect(await patient).toBeUndefined();
    expect(gate.state()).toMatchObject({ inFlight: 1, waiting: 0 });
  });

  test('leaves no timer behind when the run is stopped', async () => {
    const slept: AbortSignal[] = [];
    const clock = {
      ...eventClock(),
      sleep: (_: number, signal?: AbortSignal) => {
        slept.push(signal!);
        return new Promise<void>((_, reject) =>
          signal!.addEventListener('abort', () => reject(signal!.reason)),
        );
      },
    };
    const { gate, round } = made(5, { clock, requests: minuteBucket(1) });
    round([replies.answered()]);
    const end = new AbortController();
    const waiting = gate.enter(request(), end.signal);
    expect(slept.map(({ aborted }) => aborted)).toEqual([false]);
    end.abort();
    expect(await waiting).toMatchObject({ kind: 'cancelled' });
    expect(slept.every(({ aborted }) => aborted)).toBe(true);
  });
});

describe('limits that the user states', () => {
  test('hold for all models of a provider together, in turn', async () => {
    const requests = minuteBucket(60);
    const clock = eventClock();
    const both = [made(50, { clock, requests }), made(50, { clock, requests })];
    const times: { who: number; at: number }[] = [];
    const work = both.flatMap(({ gate }, who) =>
      Array.from({ length: 5 }, async () => {
        const one = request();
        await gate.enter(one, calm());
        times.push({ who, at: clock.now() });
        gate.leave(one, replies.answered());
      }),
    );
    await clock.run(Promise.all(work));
    expect(times.map(({ at }) => at)).toEqual(Array.from({ length: 10 }, (_, index) => index * 1000));
    expect(times.slice(1, 9).filter(({ who }) => who === 0)).toHaveLength(4);
  });

  test('in tokens: an estimate is reserved, what was really used is settled', async () => {
    const tokens = minuteBucket(60_000);
    const { clock, gate } = made(50, { tokens });
    const ask = (used: number) => {
      const one = request({
        messages: [{ role: 'user', content: 'x'.repeat(400) }],
        settings: { maxOutputTokens: 900 },
      });
      const reply = replies.answered();
      if (reply.status === 'answered') reply.answer.usage = { input: 100, output: used - 100 };
      return { one, reply, entered: gate.enter(one, calm()) };
    };
    // The bucket holds 1,000 tokens and gets 983 a second; each request reserves 100 + 900.
    const first = ask(1000);
    expect(first.entered).toBeUndefined();
    const second = ask(1000);
    expect(second.entered).toBeInstanceOf(Promise);
    gate.leave(first.one, first.reply);
    await clock.run(Promise.resolve(second.entered));
    expect(clock.now()).toBeCloseTo((1000 / (59_001 / 60)) * 1000, 0);
    gate.leave(second.one, { ...second.reply });
  });

  test('no stretch of time gets more than what is stated and a second of it', async () => {
    const rows = fc.record({
      perMinute: fc.integer({ min: 30, max: 6000 }),
      latency: fc.integer({ min: 1, max: 2000 }),
      width: fc.integer({ min: 1, max: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(rows, async ({ perMinute, latency, width }) => {
        const run = await simulate({
          law: bucketLaw(1e6, 1e6),
          count: 150,
          latency,
          width,
          requests: minuteBucket(perMinute),
        });
        const size = Math.max(1, perMinute / 60);
        run.sent.forEach((start, index) => {
          const inside = run.sent.slice(index).filter((at) => at < start + 1000).length;
          expect(inside).toBeLessThanOrEqual(perMinute / 60 + size + 1e-6);
        });
        expect(run.most).toBeLessThanOrEqual(width);
        expect(run.errored).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('headers that lie', () => {
  const amount = fc.oneof(
    fc.constantFrom(
      0,
      -1,
      1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      1e300,
      undefined,
    ),
    fc.integer({ min: -10, max: 1e6 }),
  );
  const allowance = fc.record({ limit: amount, remaining: amount, resetMs: amount });
  const words = fc.array(
    fc.record({ requests: allowance, tokens: allowance, tookMs: fc.integer({ min: 0, max: 5000 }) }),
    { minLength: 1, maxLength: 5 },
  );

  test('whatever they say, everybody is let in, after two minutes at most', async () => {
    const times = fc.record({
      words,
      width: fc.integer({ min: 1, max: 8 }),
      latency: fc.integer({ min: 0, max: 500 }),
    });
    await fc.assert(
      fc.asyncProperty(times, async ({ words: said, width, latency }) => {
        const { clock, gate } = made(width);
        let [next, inside, most, longest] = [0, 0, 0, 0];
        const work = async () => {
          while (next++ < 12) {
            const one = request();
            const since = clock.now();
            expect(await gate.enter(one, calm())).toBeUndefined();
            longest = Math.max(longest, clock.now() - since);
            most = Math.max(most, ++inside);
            await clock.sleep(latency);
            gate.observe(said[next % said.length] as RateLimits);
            inside--;
            gate.leave(one, next % 5 === 0 ? refused(said[0]!.tookMs) : replies.answered());
          }
        };
        await clock.run(Promise.all(Array.from({ length: width }, work)));
        expect(most).toBeLessThanOrEqual(width);
        expect(longest).toBeLessThanOrEqual(width * 125_000);
      }),
      { numRuns: 200 },
    );
  });

  test.each([86_400_000, 1e300])(
    'a reset in %d ms is waited for no longer than two minutes',
    async (resetMs) => {
      const { clock, gate } = made(5);
      const first = request();
      gate.enter(first, calm());
      gate.observe({ requests: { limit: 100, remaining: 0, resetMs } });
      gate.leave(first, replies.answered());
      expect(await clock.run(Promise.resolve(gate.enter(request(), calm())))).toBeUndefined();
      expect(clock.now()).toBeLessThanOrEqual(121_000);
    },
  );

  test('a Retry-After of an hour is waited for no longer than two minutes', async () => {
    const { clock, gate, round } = made(5);
    round([refused(3_600_000)]);
    await clock.run(Promise.resolve(gate.enter(request(), calm())));
    expect(clock.now()).toBe(120_000);
  });
});

describe('what is told', () => {
  test('a burst once, with the pace after it', () => {
    const { told, round } = made(10);
    round(Array.from({ length: 10 }, () => refused()));
    expect(told).toMatchObject([{ why: 'limited', concurrency: 8 }]);
  });

  test('nothing while nothing is limited', () => {
    const { told, round } = made(10);
    for (let turn = 0; turn < 100; turn++) round(Array.from({ length: 10 }, () => replies.answered()));
    expect(told).toEqual([]);
  });

  test('what headers teach, with the pace that they mean', () => {
    const { told, gate } = made(10);
    const one = request();
    gate.enter(one, calm());
    gate.observe({ requests: { limit: 50, remaining: 0, resetMs: 1000 } });
    expect(told).toMatchObject([{ why: 'learnt', concurrency: 10, perSecond: 50 }]);
  });
});

test('a request that a later gate refuses has not been sent: nothing is learnt, and its place is free', () => {
  const { gate, told } = made(1);
  const one = request();
  gate.enter(one, calm());
  gate.leave(one, undefined);
  expect(gate.enter(request(), calm())).toBeUndefined();
  expect(told).toEqual([]);
});
