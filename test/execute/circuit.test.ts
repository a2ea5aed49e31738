import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import type { Reply, Request } from '../../src/domain/request.ts';
import type { RunEvent } from '../../src/domain/run-event.ts';
import { circuit } from '../../src/execute/circuit.ts';
import { gates } from '../../src/execute/gates.ts';
import { retried } from '../../src/execute/retried.ts';
import { steppedClock } from '../flow/stepped-clock.ts';
import { replies } from './replies.ts';

const calm = new AbortController().signal;
const good = replies.answered();
const down = replies.failed({ kind: 'server', status: 503, message: 'the server answered 503' });
const cancelled = replies.failed({ kind: 'cancelled', retryable: false });

function setUp() {
  const clock = steppedClock();
  const events: Extract<RunEvent, { type: 'circuit' }>[] = [];
  const own = circuit({ provider: 'p', model: 'p:m', clock, emit: (event) => events.push(event) });
  const [patient, impatient] = [own.gate(false), own.gate(true)];
  const fresh = (): Request => ({ ...replies.request });
  /** So many attempts that are let in, and end like this. */
  const attempts = (count: number, reply: Reply) => {
    for (let n = 0; n < count; n++) {
      const request = fresh();
      expect(patient.enter(request, calm)).toBeUndefined();
      patient.leave(request, reply);
    }
  };
  /** One that waits; `settled` is undefined until it no longer does. */
  const waiter = (signal = calm) => {
    const one: { request: Request; settled?: 'in' | Failure } = { request: fresh() };
    void Promise.resolve(patient.enter(one.request, signal)).then((failure) => {
      one.settled = failure ?? 'in';
    });
    return one;
  };
  const told = () => events.map(({ state, ms }) => (ms === undefined ? state : `${state} ${ms}`));
  return { clock, events, told, patient, impatient, fresh, attempts, waiter };
}

describe('when it opens', () => {
  test.each<[string, [number, Reply][], boolean]>([
    ['twenty in a row', [[20, down]], true],
    ['nineteen', [[19, down]], false],
    ['five good ones among them', [[10, down], [5, good], [10, down]], true],
    ['six good ones among them', [[10, down], [6, good], [10, down]], false],
    ['what was good long ago is forgotten', [[100, good], [20, down]], true],
    ['429s are no trouble', [[50, replies.failed({ kind: 'rate-limit', status: 429 })]], false],
    ['nor are requests that are wrong', [[50, replies.failed({ kind: 'request', status: 404, retryable: false })]], false],
    ['nor what is cancelled', [[50, cancelled]], false],
    ['nor what another try cannot mend', [[50, replies.failed({ kind: 'server', status: 501, retryable: false })]], false],
    ['connections', [[20, replies.failed({ kind: 'connection' })]], true],
    ['timeouts', [[20, replies.failed({ kind: 'timeout' })]], true],
    ['answers that cannot be read', [[20, replies.failed({ kind: 'protocol' })]], true],
  ])('%s', (_, steps, isOpen) => {
    const { attempts, told, impatient, fresh } = setUp();
    for (const [count, reply] of steps) attempts(count, reply);
    expect(told()).toEqual(isOpen ? ['open 1000'] : []);
    expect(impatient.enter(fresh(), calm) === undefined).toBe(!isOpen);
  }); // biome-ignore format: a table
});

test('while it is open attempts wait; one is the probe; a good one lets all in', async () => {
  const { clock, told, attempts, waiter, patient } = setUp();
  attempts(20, down);
  const [first, second, third] = [waiter(), waiter(), waiter()];
  await clock.pass(999);
  expect([first, second, third].map(({ settled }) => settled)).toEqual([undefined, undefined, undefined]);
  await clock.pass(1);
  expect([first, second, third].map(({ settled }) => settled)).toEqual(['in', undefined, undefined]);
  await clock.pass(60_000);
  expect(second.settled).toBeUndefined();
  patient.leave(first.request, good);
  await clock.pass(0);
  expect([second, third].map(({ settled }) => settled)).toEqual(['in', 'in']);
  expect(told()).toEqual(['open 1000', 'closed']);
  expect(clock.sleeping()).toBe(0);
});

test('a model that never answered is given up after three probes, within eight seconds', async () => {
  const { clock, told, attempts, waiter, patient, fresh, impatient, events } = setUp();
  attempts(20, down);
  const waiters = Array.from({ length: 5 }, () => waiter());
  for (const [index, ms] of [1000, 2000, 4000].entries()) {
    await clock.pass(ms);
    expect(waiters.map(({ settled }) => settled === 'in')).toEqual(waiters.map((_, at) => at <= index));
    patient.leave(waiters[index]!.request, down);
  }
  await clock.pass(0);
  expect(told()).toEqual(['open 1000', 'open 2000', 'open 4000', 'given-up']);
  expect(events.at(-1)!.failure).toMatchObject({ message: 'the server answered 503' });
  const failure = {
    kind: 'server',
    status: 503,
    retryable: false,
    message:
      'p:m is not asked any more in this run: it never answered, and 3 more tries with growing pauses failed too: the server answered 503',
  };
  expect(waiters.slice(3).map(({ settled }) => settled)).toEqual([failure, failure]);
  expect(patient.enter(fresh(), calm)).toEqual(failure);
  expect(impatient.enter(fresh(), calm)).toEqual(failure);
  expect(clock.sleeping()).toBe(0);
});

test('one that has answered gets six, with pauses of up to 30 seconds', async () => {
  const { clock, told, attempts, waiter, patient } = setUp();
  attempts(1, good);
  attempts(20, down);
  for (const ms of [1000, 2000, 4000, 8000, 16_000, 30_000]) {
    const probe = waiter();
    await clock.pass(ms);
    expect(probe.settled).toBe('in');
    patient.leave(probe.request, down);
  }
  expect(told().slice(-3)).toEqual(['open 16000', 'open 30000', 'given-up']);
});

test('after a good probe it takes twenty new troubles, and pauses are short again', async () => {
  const { clock, told, attempts, waiter, patient } = setUp();
  attempts(20, down);
  for (const [ms, reply] of [[1000, down], [2000, good]] as const) {
    const probe = waiter();
    await clock.pass(ms);
    patient.leave(probe.request, reply);
  } // biome-ignore format: a table
  attempts(19, down);
  expect(told()).toEqual(['open 1000', 'open 2000', 'closed']);
  attempts(1, down);
  expect(told().at(-1)).toBe('open 1000');
});

describe('what ends a pause', () => {
  test('an answer to what was asked before, even after it was given up', async () => {
    const { clock, told, attempts, waiter, patient, fresh } = setUp();
    const early = [fresh(), fresh()] as const;
    for (const request of early) patient.enter(request, calm);
    attempts(20, down);
    const one = waiter();
    patient.leave(early[0], good);
    await clock.pass(0);
    expect(one.settled).toBe('in');
    patient.leave(one.request, down);
    attempts(19, down);
    for (const ms of [1000, 2000, 4000, 8000, 16_000, 30_000]) {
      await clock.pass(ms);
      attempts(1, down);
    }
    expect(told().at(-1)).toBe('given-up');
    patient.leave(early[1], good);
    expect(told().at(-1)).toBe('closed');
    attempts(1, good);
  });

  test('not a late 429, but one that a probe gets: the server lives', async () => {
    const limited = replies.failed({ kind: 'rate-limit', status: 429 });
    const { clock, told, attempts, waiter, patient, fresh } = setUp();
    const early = fresh();
    patient.enter(early, calm);
    attempts(20, down);
    patient.leave(early, limited);
    expect(told()).toEqual(['open 1000']);
    const probe = waiter();
    await clock.pass(1000);
    patient.leave(probe.request, limited);
    expect(told()).toEqual(['open 1000', 'closed']);
  });

  test('a late failure is no failed probe', () => {
    const { told, attempts, patient, fresh } = setUp();
    const early = Array.from({ length: 30 }, fresh);
    for (const request of early) patient.enter(request, calm);
    attempts(20, down);
    for (const request of early) patient.leave(request, down);
    expect(told()).toEqual(['open 1000']);
  });
});

describe('a probe that is none', () => {
  test.each([
    ['refused by a later gate', undefined],
    ['cancelled', cancelled],
  ])('%s: the next one is', async (_, reply) => {
    const { clock, told, attempts, waiter, patient } = setUp();
    attempts(20, down);
    const [first, second] = [waiter(), waiter()];
    await clock.pass(1000);
    expect(first.settled).toBe('in');
    patient.leave(first.request, reply);
    await clock.pass(0);
    expect(second.settled).toBe('in');
    expect(told()).toEqual(['open 1000']);
  });
});

test('a wait that is aborted ends, and leaves no alarm behind', async () => {
  const { clock, attempts, waiter } = setUp();
  attempts(20, down);
  const end = new AbortController();
  const [first, second] = [waiter(end.signal), waiter(AbortSignal.abort())];
  await clock.pass(10);
  expect(first.settled).toBeUndefined();
  expect(second.settled).toMatchObject({ kind: 'cancelled' });
  end.abort();
  await clock.pass(0);
  expect(first.settled).toMatchObject({ kind: 'cancelled' });
  expect(clock.sleeping()).toBe(0);
  const late = waiter();
  await clock.pass(990);
  expect(late.settled).toBe('in');
});

test('with a fallback nobody waits: what comes is refused, and one at a time is a probe', async () => {
  const { clock, told, attempts, impatient, fresh } = setUp();
  attempts(20, down);
  expect(impatient.enter(fresh(), calm)).toEqual({
    kind: 'server',
    status: 503,
    retryable: false,
    message: 'p:m is left alone for a while, as nearly all requests fail: the server answered 503',
  });
  expect(clock.sleeping()).toBe(0);
  await clock.pass(1000);
  const probe = fresh();
  expect(impatient.enter(probe, calm)).toBeUndefined();
  expect(impatient.enter(fresh(), calm)).toMatchObject({ message: expect.stringContaining('left alone') });
  impatient.leave(probe, down);
  expect(told()).toEqual(['open 1000', 'open 2000']);
  await clock.pass(2000);
  const second = fresh();
  expect(impatient.enter(second, calm)).toBeUndefined();
  impatient.leave(second, good);
  expect(impatient.enter(fresh(), calm)).toBeUndefined();
});

test('with retries around it, a thousand trials of a dead address end in eight seconds, each with the reason', async () => {
  const { clock, patient, told } = setUp();
  let asked = 0;
  const refused = replies.failed({ kind: 'connection', message: 'the connection failed: ECONNREFUSED' });
  const ask = retried(
    async () => {
      asked += 1;
      return refused;
    },
    {
      provider: 'p',
      retries: 5,
      clock,
      random: () => 0.5,
      onWait: () => {},
      gate: gates([patient]),
      stop: calm,
    },
  );
  const outcomes = Array.from({ length: 1000 }, () => ask({ ...replies.request }, calm));
  await clock.pass(8000);
  for (const outcome of await Promise.all(outcomes))
    expect(outcome).toMatchObject({
      status: 'errored',
      failure: { kind: 'connection', message: expect.stringMatching(/not asked any more.*ECONNREFUSED/) },
    });
  expect(told()).toEqual(['open 1000', 'open 2000', 'open 4000', 'given-up']);
  // All thousand were let in at once here, as no limit stands before them; then three probes.
  expect(asked).toBe(1003);
});

const step = fc.oneof(
  fc.record({ what: fc.constant('arrive' as const), isPatient: fc.boolean() }),
  fc.record({ what: fc.constant('end' as const), which: fc.nat(), how: fc.constantFrom(good, down, down, down, cancelled, undefined) }),
  fc.record({ what: fc.constant('abort' as const), which: fc.nat() }),
  fc.record({ what: fc.constant('pass' as const), ms: fc.constantFrom(1, 500, 1000, 4000, 30_000) }),
); // biome-ignore format: a table

type Visitor = { request: Request; end: AbortController; settled?: 'in' | Failure; hasLeft?: true };

test('whatever happens: while it is open at most one is let in at a time, and nobody waits for ever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120 }), async (steps) => {
      const { clock, attempts, patient, impatient, told, fresh } = setUp();
      attempts(20, down);
      const all: Visitor[] = [];
      const inside = () => all.filter(({ settled, hasLeft }) => settled === 'in' && !hasLeft);
      for (const one of steps) {
        const before = inside().length;
        if (one.what === 'arrive') {
          const visitor: Visitor = { request: fresh(), end: new AbortController() };
          all.push(visitor);
          const entered = (one.isPatient ? patient : impatient).enter(visitor.request, visitor.end.signal);
          if (!one.isPatient) expect(entered).not.toBeInstanceOf(Promise);
          void Promise.resolve(entered).then((failure) => {
            visitor.settled = failure ?? 'in';
          });
        } else if (one.what === 'end' && before > 0) {
          const visitor = inside()[one.which % before]!;
          visitor.hasLeft = true;
          patient.leave(visitor.request, one.how);
        } else if (one.what === 'abort') all[one.which % Math.max(1, all.length)]?.end.abort();
        await clock.pass(one.what === 'pass' ? one.ms : 0);
        // Those who were let in while it was closed may still be inside when it opens.
        if (told().every((state) => state !== 'closed')) expect(inside().length).toBeLessThanOrEqual(1);
      }
      // A server that is well again lets out all who still wait, if probes go on.
      for (let more = 0; more < 200 && all.some(({ settled }) => settled === undefined); more++) {
        for (const visitor of inside()) {
          visitor.hasLeft = true;
          patient.leave(visitor.request, good);
        }
        await clock.pass(30_000);
      }
      expect(all.filter(({ settled }) => settled === undefined)).toEqual([]);
      expect(clock.sleeping()).toBe(0);
    }),
  );
});
