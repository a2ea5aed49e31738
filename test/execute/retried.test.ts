import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import type { Reply } from '../../src/domain/request.ts';
import { gates } from '../../src/execute/gates.ts';
import { retried } from '../../src/execute/retried.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { replies } from './replies.ts';

const { answered, failed, request, scripted } = replies;
const calm = () => new AbortController().signal;

function ask(script: (Reply | (() => Reply))[], more: { retries?: number; stop?: AbortSignal } = {}) {
  const clock = fakeClock();
  const provider = scripted(script);
  const told: { ms: number; failure: Failure }[] = [];
  const patient = retried(provider.try, {
    provider: 'p',
    retries: more.retries ?? 5,
    gate: gates([]),
    clock,
    random: () => 1,
    onWait: (ms, failure) => told.push({ ms, failure }),
    stop: more.stop ?? calm(),
  });
  return { clock, told, asked: provider.asked, outcome: (signal = calm()) => patient(request, signal) };
}

const limited = failed({ kind: 'rate-limit', status: 429 });
const repeated = failed({ kind: 'server', status: 500, body: 'the same' });
let body = 0;
const varied = () => failed({ kind: 'server', status: 500, body: `request ${++body}` });

describe('how often it tries', () => {
  test.each<{ what: string; script: (Reply | (() => Reply))[]; retries?: number; asked: number; waits: number[] }>([
    { what: 'an answer', script: [answered()], asked: 1, waits: [] },
    { what: 'a 500, then an answer', script: [repeated, answered()], asked: 2, waits: [500] },
    { what: 'what is not retryable', script: [failed({ kind: 'request', status: 400, retryable: false })], asked: 1, waits: [] },
    { what: 'a refused key', script: [failed({ kind: 'auth', status: 401, retryable: false })], asked: 1, waits: [] },
    { what: 'five retries at most', script: [limited], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'no retries wanted', script: [limited], retries: 0, asked: 1, waits: [] },
    { what: 'three identical 500s', script: [repeated], asked: 3, waits: [500, 1000] },
    { what: '500s that differ', script: [varied], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'two identical, another, two identical', script: [repeated, repeated, varied, repeated, repeated, answered()], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'a server that says nothing', script: [failed({ status: 500 })], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'an overloaded server says the same each time', script: [failed({ status: 529, body: 'Overloaded' })], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'a gateway shows the same page each time', script: [failed({ status: 502, body: '<h1>Bad gateway</h1>' })], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'silence', script: [failed({ kind: 'timeout' })], asked: 6, waits: [500, 1000, 2000, 4000, 8000] },
    { what: 'Retry-After', script: [failed({ kind: 'rate-limit', status: 429, retryAfterMs: 7000 }), answered()], asked: 2, waits: [7000] },
    { what: 'Retry-After of an hour', script: [failed({ kind: 'rate-limit', status: 429, retryAfterMs: 3_600_000 }), answered()], asked: 2, waits: [120_000] },
  ])('$what: $asked attempts', async ({ script, retries, asked, waits }) => {
    const one = ask(script, { retries });
    const outcome = await one.outcome();
    expect(one.asked()).toBe(asked);
    expect(one.clock.slept).toEqual(waits);
    expect(one.told.map(({ ms }) => ms)).toEqual(waits);
    expect(outcome.attempts).toHaveLength(asked);
    expect(outcome.waitedMs).toBe(waits.reduce((sum, ms) => sum + ms, 0));
  }); // biome-ignore format: a table
});

test('the wait is in no attempt, and not in the answer’s own time', async () => {
  const clock = fakeClock();
  const slow = (reply: Reply, ms: number) => () => {
    clock.pass(ms);
    return reply;
  };
  const { try: provider } = scripted([slow(limited, 30), slow(answered('hi', 40), 40)]);
  const options = {
    provider: 'p',
    retries: 5,
    gate: gates([]),
    clock,
    random: () => 1,
    onWait: () => {},
    stop: calm(),
  };
  const outcome = await retried(provider, options)(request, calm());
  expect(outcome).toMatchObject({
    status: 'answered',
    waitedMs: 500,
    attempts: [{ ms: 30, failure: { status: 429 } }, { ms: 40 }],
    answer: { ms: { total: 40 } },
  });
});

test('the failure that is kept is the last one', async () => {
  const { outcome } = ask([limited, failed({ kind: 'request', status: 404, retryable: false })]);
  expect(await outcome()).toMatchObject({ status: 'errored', failure: { status: 404 } });
});

describe('when the run is stopped', () => {
  test('an attempt under way is finished, and its answer kept', async () => {
    const stop = new AbortController();
    const during = () => {
      stop.abort();
      return answered('paid for');
    };
    const { outcome } = ask([during], { stop: stop.signal });
    expect(await outcome()).toMatchObject({ status: 'answered', answer: { text: 'paid for' } });
  });

  test.each(['stop', 'signal'] as const)(
    'a wait ends with the %s, and the trial is given up',
    async (which) => {
      const end = new AbortController();
      const clock = fakeClock();
      const provider = scripted([limited, answered()]);
      const waiting = retried(provider.try, {
        provider: 'p',
        retries: 5,
        gate: gates([]),
        clock: {
          ...clock,
          sleep: (_, signal) =>
            new Promise((_, reject) => {
              signal!.addEventListener('abort', () => reject(signal!.reason));
              setTimeout(() => end.abort(), 1);
            }),
        },
        random: () => 1,
        onWait: () => {},
        stop: which === 'stop' ? end.signal : calm(),
      });
      const outcome = await waiting(request, which === 'signal' ? end.signal : calm());
      expect(outcome).toMatchObject({ status: 'errored', failure: { kind: 'cancelled' } });
      expect(outcome.attempts).toHaveLength(1);
      expect(provider.asked()).toBe(1);
    },
  );

  test('nothing is asked any more', async () => {
    const one = ask([answered()], { stop: AbortSignal.abort() });
    expect(await one.outcome()).toMatchObject({
      status: 'errored',
      failure: { kind: 'cancelled' },
      attempts: [],
    });
    expect(one.asked()).toBe(0);
  });
});

test('a provider that throws has failed, and is not tried again', async () => {
  const one = ask([
    () => {
      throw new Error('a mistake in the provider');
    },
  ]);
  const outcome = await one.outcome();
  expect(outcome).toMatchObject({ status: 'errored', failure: { retryable: false } });
  expect(outcome.status === 'errored' && outcome.failure.message).toContain('a mistake in the provider');
});
