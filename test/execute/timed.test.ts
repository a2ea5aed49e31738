import { expect, test } from 'vitest';
import type { Try } from '../../src/domain/request.ts';
import { timed } from '../../src/execute/timed.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { replies } from './replies.ts';

const { answered, failed, request } = replies;
const calm = () => new AbortController().signal;
const never: Try = () => new Promise(() => {});
const patientClock = { ...fakeClock(), sleep: (_: number, signal?: AbortSignal) => untilAborted(signal!) };
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

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
