import pLimit from 'p-limit';
import { expect, test } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import { gates } from '../../src/execute/gates.ts';
import { type Guard, guarded } from '../../src/execute/guarded.ts';
import { limited } from '../../src/execute/limited.ts';
import { retried } from '../../src/execute/retried.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { replies } from './replies.ts';

const { answered, failed, request, scripted } = replies;
const calm = () => new AbortController().signal;
const refused = failed({ kind: 'auth', status: 401, message: 'the key is refused', retryable: false });

function wrapped(provider: ReturnType<typeof scripted>, guard: Guard, clock = fakeClock()) {
  const told: Failure[] = [];
  const options = { provider: 'p', retries: 5, gate: gates([]), clock, random: () => 1, onWait: () => {} };
  const patient = retried(provider.try, { ...options, stop: guard.halt.signal });
  return { told, ask: guarded(patient, guard, (failure) => told.push(failure)) };
}

test('after a refused key nothing is asked any more; it is said once; the rest is errored for the same reason', async () => {
  const provider = scripted([answered(), refused, answered()]);
  const { ask, told } = wrapped(provider, { halt: new AbortController() });
  expect(await ask(request, calm())).toMatchObject({ status: 'answered' });
  expect(await ask(request, calm())).toMatchObject({ failure: { status: 401 }, attempts: [{}] });
  for (let more = 0; more < 10; more++)
    expect(await ask(request, calm())).toMatchObject({
      status: 'errored',
      failure: { message: 'the key is refused' },
      attempts: [],
      waitedMs: 0,
    });
  expect(provider.asked()).toBe(2);
  expect(told).toHaveLength(1);
});

test('many at once are told of once, and one that waits for another attempt is not asked again', async () => {
  const guard: Guard = { halt: new AbortController() };
  const clock = {
    ...fakeClock(),
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason))),
  };
  const provider = scripted([failed({ kind: 'rate-limit', status: 429 }), refused]);
  const { ask, told } = wrapped(provider, guard, clock);
  const outcomes = await Promise.all([ask(request, calm()), ask(request, calm()), ask(request, calm())]);
  expect(outcomes.map((one) => one.status === 'errored' && one.failure.status)).toEqual([401, 401, 401]);
  expect(outcomes[0]!.attempts).toMatchObject([{ failure: { status: 429 } }]);
  expect(provider.asked()).toBe(3);
  expect(told).toHaveLength(1);
});

test('another failure stops nothing', async () => {
  const { ask, told } = wrapped(scripted([failed({ status: 404, retryable: false }), answered()]), {
    halt: new AbortController(),
  });
  expect(await ask(request, calm())).toMatchObject({ failure: { status: 404 } });
  expect(await ask(request, calm())).toMatchObject({ status: 'answered' });
  expect(told).toEqual([]);
});

test('no more than the limit are under way, and the time in the queue is a wait', async () => {
  const clock = fakeClock();
  let [inside, most] = [0, 0];
  const ask = limited(
    async () => {
      most = Math.max(most, ++inside);
      await Promise.resolve();
      clock.pass(10);
      inside -= 1;
      return { ...answered(), attempts: [{ ms: 10 }], waitedMs: 3 };
    },
    pLimit(2),
    clock,
  );
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => ask(request, calm())));
  expect(most).toBe(2);
  // Two at a time: the first pair waits for nobody, the others for those before them.
  const queued = outcomes.map(({ waitedMs }) => waitedMs - 3);
  expect(queued[0]).toBe(0);
  expect(queued[1]).toBe(0);
  expect(queued[5]).toBeGreaterThan(queued[2]!);
});
