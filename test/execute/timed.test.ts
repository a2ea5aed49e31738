import { describe, expect, test } from 'vitest';
import type { Try } from '../../src/domain/request.ts';
import { timed } from '../../src/execute/timed.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { replies } from './replies.ts';

const { answered, failed, request } = replies;
const calm = () => new AbortController().signal;
const never: Try = () => new Promise(() => {});
const patientClock = { ...fakeClock(), sleep: () => new Promise<void>(() => {}) };

test('an answer in time is given back', async () => {
  const ask = timed(async () => answered('here'), { provider: 'p', totalMs: 50, clock: patientClock });
  expect(await ask(request, calm())).toMatchObject({ answer: { text: 'here' } });
});

test('a try that never looks at the signal is left at its deadline: a timeout that may be retried', async () => {
  const ask = timed(never, { provider: 'p', totalMs: 4000, clock: fakeClock() });
  const reply = await ask(request, calm());
  expect(reply).toMatchObject({ status: 'errored', failure: { kind: 'timeout', retryable: true } });
  expect(reply.status === 'errored' && reply.failure.message).toContain('4.0 s');
});

test('a try that calls its own end a cancellation is still late', async () => {
  const polite: Try = (_, signal) =>
    new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve(failed({ kind: 'cancelled', retryable: false }))),
    );
  const ask = timed(polite, { provider: 'p', totalMs: 10, clock: fakeClock() });
  expect(await ask(request, calm())).toMatchObject({ failure: { kind: 'timeout' } });
});

test('what is late is told to stop', async () => {
  let reason: unknown;
  const ask = timed(
    (_, signal) => {
      signal.addEventListener('abort', () => {
        reason = signal.reason;
      });
      return new Promise(() => {});
    },
    { provider: 'p', totalMs: 10, clock: fakeClock() },
  );
  await ask(request, calm());
  expect(reason).toMatchObject({ name: 'TimeoutError' });
});

test('a cancelled run ends it, before or meanwhile, and before nothing is asked', async () => {
  let asked = 0;
  const counted: Try = () => {
    asked += 1;
    return new Promise(() => {});
  };
  const ask = timed(counted, { provider: 'p', totalMs: 10, clock: patientClock });
  expect(await ask(request, AbortSignal.abort())).toMatchObject({ failure: { kind: 'cancelled' } });
  expect(asked).toBe(0);
  const end = new AbortController();
  const under = ask(request, end.signal);
  end.abort();
  expect(await under).toMatchObject({ failure: { kind: 'cancelled', retryable: false } });
  expect(asked).toBe(1);
});

test('a try that throws at once leaves no timer behind that could bring the process down', async () => {
  const ask = timed(
    () => {
      throw new Error('at once');
    },
    { provider: 'p', totalMs: 10, clock: patientClock },
  );
  await expect(ask(request, calm())).rejects.toThrow('at once');
  await new Promise((resolve) => setImmediate(resolve));
});

describe('one signal for many tries', () => {
  const seen: AbortSignal[] = [];
  const made = (more: { sharesSignals: boolean }) => {
    seen.length = 0;
    const ask = timed(
      async (_, signal) => {
        seen.push(signal);
        return answered();
      },
      { provider: 'p', totalMs: 1000, clock: patientClock, ...more },
    );
    return { ask, run: calm() };
  };

  test('is there for tries that leave nothing behind, one after the other', async () => {
    const { ask, run } = made({ sharesSignals: true });
    await ask(request, run);
    await ask(request, run);
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]!.aborted).toBe(false);
    await Promise.all([ask(request, run), ask(request, run)]);
    expect(new Set(seen).size).toBe(2);
  });

  test('is not there for others: what one has left behind is told to stop at its end', async () => {
    const { ask, run } = made({ sharesSignals: false });
    await ask(request, run);
    await ask(request, run);
    expect(seen.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(seen[0]).not.toBe(seen[1]);
  });

  test('one that was late is never given to another', async () => {
    const clock = stepped();
    const signals: AbortSignal[] = [];
    let isSlow = true;
    const ask = timed(
      (_, signal) => {
        signals.push(signal);
        return isSlow ? new Promise(() => {}) : Promise.resolve(answered());
      },
      { provider: 'p', totalMs: 2500, clock, sharesSignals: true },
    );
    const [first, run] = [ask(request, calm()), calm()];
    for (const _ of [1, 2, 3]) await clock.step();
    expect(await first).toMatchObject({ failure: { kind: 'timeout' } });
    expect(signals[0]!.aborted).toBe(true);
    isSlow = false;
    expect(await ask(request, run)).toMatchObject({ status: 'answered' });
    expect(signals[1]).not.toBe(signals[0]);
  });
});

test('each has its own deadline, whoever came first', async () => {
  const clock = stepped();
  const ask = timed(never, { provider: 'p', totalMs: 1500, clock });
  const ended: string[] = [];
  const first = ask(request, calm()).then(() => ended.push('first'));
  await clock.step();
  const second = ask(request, calm()).then(() => ended.push('second'));
  await clock.step();
  await first;
  expect(ended).toEqual(['first']);
  await clock.step();
  await second;
  expect(ended).toEqual(['first', 'second']);
});

test('a cancelled run ends all that is under way, and none of another run', async () => {
  const ask = timed(never, { provider: 'p', totalMs: 1000, clock: patientClock });
  const [run, other] = [new AbortController(), new AbortController()];
  const mine = [ask(request, run.signal), ask(request, run.signal)];
  let isOver = false;
  void ask(request, other.signal).then(() => {
    isOver = true;
  });
  run.abort();
  expect(await Promise.all(mine)).toMatchObject([
    { failure: { kind: 'cancelled' } },
    { failure: { kind: 'cancelled' } },
  ]);
  expect(isOver).toBe(false);
});

/** A clock whose sleepers wake one after the other, as the test says. */
function stepped() {
  let now = 0;
  let wake = () => {};
  return {
    ...fakeClock(),
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        wake = () => {
          now += ms;
          resolve();
        };
      }),
    async step() {
      wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
