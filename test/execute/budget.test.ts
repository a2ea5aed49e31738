import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Allowed } from '../../src/domain/allowed.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Model } from '../../src/domain/model.ts';
import type { Reply, Request } from '../../src/domain/request.ts';
import { budget, type Used } from '../../src/execute/budget.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { replies } from './replies.ts';

const model: Model = { name: 'm', provider: 'p', id: 'm', settings: {}, options: {} };
const never = new AbortController().signal;
setMaxListeners(0, never);
/** Dollars are the tokens of output; a request reserves its `maxOutputTokens`. */
const asking = (most?: number): Request => ({
  ...replies.request,
  settings: most === undefined ? {} : { maxOutputTokens: most },
});
const answering = (output: number | undefined, ms = 1): Reply => ({
  status: 'answered',
  answer: {
    text: '',
    toolCalls: [],
    finish: { unified: 'stop' },
    usage: output === undefined ? {} : { output },
    served: {},
    ms: { total: ms },
  },
});

function made(
  allowed: Allowed,
  clock = { ...fakeClock(), sleep: () => new Promise<void>(() => {}) },
  used?: Used,
) {
  const ends: string[] = [];
  const one = budget({
    allowed,
    used,
    price: (_, { output }) => output ?? null,
    inputTokens: () => 0,
    clock,
    onEnd: (end) => ends.push(end),
  });
  return { ...one, ends, clock, door: one.gate(model) };
}

/** As `made`, after a first answer that cost nothing: from then on it is known how long they are. */
function known(allowed: Allowed) {
  const one = made(allowed);
  const first = asking(0);
  one.door.enter(first, never);
  one.door.leave(first, answering(0));
  return one;
}

describe('dollars', () => {
  test('what may be spent is set aside first: what does not fit waits for what is under way', async () => {
    const { door, spent, end } = known({ usd: 10 });
    const [a, b, c] = [asking(4), asking(4), asking(4)];
    expect([door.enter(a, never), door.enter(b, never)]).toEqual([undefined, undefined]);
    const waiting = door.enter(c, never);
    door.leave(a, answering(1));
    expect(await waiting).toBeUndefined();
    expect(spent()).toEqual({ usd: 1, calls: 4 });
    expect(end()).toBeUndefined();
  });

  test('when nothing is under way and it still does not fit, the budget has ended, and it is told once', async () => {
    const { door, ends } = made({ usd: 10 });
    const [a, b, c] = [asking(6), asking(6), asking(6)];
    door.enter(a, never);
    const waiting = [door.enter(b, never), door.enter(c, never)];
    door.leave(a, answering(6));
    expect(await Promise.all(waiting)).toMatchObject([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
    expect(door.enter(asking(1), never)).toMatchObject({ kind: 'cancelled' });
    expect(ends).toEqual(['cost']);
  });

  test('an attempt that failed gives back what was set aside for it', () => {
    const { door } = made({ usd: 5 });
    const a = asking(5);
    door.enter(a, never);
    door.leave(a, replies.failed({ kind: 'server' }));
    expect(door.enter(asking(5), never)).toBeUndefined();
  });

  test('an answer without a price ends it: nobody can keep such a budget', () => {
    const { door, ends, unpriced } = made({ usd: 10 });
    const a = asking(1);
    door.enter(a, never);
    door.leave(a, answering(undefined));
    expect([ends, unpriced()]).toEqual([['blind'], 'm']);
  });

  test('the first answer is waited for alone: it tells how long they are, and how a server counts', async () => {
    const { door } = made({ usd: 100 });
    const first = asking();
    expect(door.enter(first, never)).toBeUndefined();
    const second = door.enter(asking(), never);
    expect(second).toBeInstanceOf(Promise);
    door.leave(first, answering(20));
    expect(await second).toBeUndefined();
    // 100 less 20 that are spent and 40, twice the longest, for the second: one more fits.
    expect(door.enter(asking(), never)).toBeUndefined();
    expect(door.enter(asking(), never)).toBeInstanceOf(Promise);
  });

  test('a server that counts more tokens than were estimated is believed', () => {
    const one = budget({
      allowed: { usd: 100 },
      price: (_, { input }) => input ?? null,
      inputTokens: () => 10,
      clock: fakeClock(),
      onEnd: () => {},
    });
    const [door, first] = [one.gate(model), asking(0)];
    door.enter(first, never);
    door.leave(first, {
      ...answering(0),
      answer: { ...(answering(0) as { answer: Answer }).answer, usage: { input: 25, output: 0 } },
    } as Reply);
    // 100 less 25 by 10 × 2.5 × 1.2 = 30 each.
    const entered = [asking(0), asking(0), asking(0)].map((request) => door.enter(request, never));
    expect(entered.map((one) => one === undefined)).toEqual([true, true, false]);
  });

  test('with money for the worst that may come, the first answer is not waited for', () => {
    const { door } = made({ usd: 100_000 });
    const all = [asking(), asking(), asking(), asking()].map((request) => door.enter(request, never));
    // Three times 32,768 tokens of output.
    expect(all.map((one) => one === undefined)).toEqual([true, true, true, false]);
  });

  test('what is free is never waited for', () => {
    const free = budget({
      allowed: { usd: 1 },
      price: () => 0,
      inputTokens: () => 5,
      clock: fakeClock(),
      onEnd: () => {},
    });
    const door = free.gate(model);
    expect([door.enter(asking(), never), door.enter(asking(), never)]).toEqual([undefined, undefined]);
  });

  test('one that is aborted while it waits leaves the line', async () => {
    const { door } = made({ usd: 4 });
    const [a, b] = [asking(4), asking(4)];
    door.enter(a, never);
    const abort = new AbortController();
    const [gone, stays] = [door.enter(b, abort.signal), door.enter(asking(3), never)];
    abort.abort();
    expect(await gone).toMatchObject({ kind: 'cancelled' });
    door.leave(a, answering(1));
    expect(await stays).toBeUndefined();
  });

  test('whatever answers cost up to what was set aside: never over the limit, and nobody waits for ever', async () => {
    const work = fc.array(
      fc.record({ most: fc.integer({ min: 1, max: 9 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(work, fc.integer({ min: 1, max: 60 }), async (all, limit) => {
        const { door, spent, end } = known({ usd: limit });
        let over = 0;
        const one = async ({ most, share }: { most: number; share: number }) => {
          const request = asking(most);
          const refused = await door.enter(request, never);
          if (refused) return 'refused';
          await Promise.resolve();
          door.leave(request, answering(most * share));
          over = Math.max(over, spent().usd - limit);
          return 'asked';
        };
        const ended = await Promise.all(all.map(one));
        expect(over).toBeLessThanOrEqual(1e-9);
        expect(ended.includes('refused')).toBe(end() === 'cost');
      }),
    );
  });
});

describe('calls', () => {
  test('so many attempts, whatever becomes of them', async () => {
    const { door, ends, spent } = made({ calls: 2 });
    const [a, b] = [asking(), asking()];
    door.enter(a, never);
    door.leave(a, replies.failed({ kind: 'server' }));
    expect(door.enter(b, never)).toBeUndefined();
    const third = door.enter(asking(), never);
    expect(ends).toEqual([]);
    door.leave(b, answering(1));
    expect(await third).toMatchObject({ kind: 'cancelled' });
    expect(door.enter(asking(), never)).toMatchObject({ kind: 'cancelled' });
    expect([ends, spent().calls]).toEqual([['calls'], 2]);
  });

  test('one that waits at a later gate and is given back makes room for the next', async () => {
    const { door, ends } = made({ calls: 1 });
    const a = asking();
    door.enter(a, never);
    const [second, third] = [door.enter(asking(), never), door.enter(asking(), never)];
    door.leave(a, undefined);
    expect(await second).toBeUndefined();
    expect(ends).toEqual([]);
    void third;
  });

  test('what a later gate refused was no call', () => {
    const { door, ends } = made({ calls: 1 });
    const a = asking();
    door.enter(a, never);
    door.leave(a, undefined);
    expect(door.enter(asking(), never)).toBeUndefined();
    expect(ends).toEqual([]);
  });
});

describe('time', () => {
  test('is over by the clock, also when nothing is asked', async () => {
    let wake = () => {};
    const clock = { ...fakeClock(), sleep: () => new Promise<void>((resolve) => (wake = resolve)) };
    const { ends, door } = made({ ms: 1000 }, clock);
    wake();
    await Promise.resolve();
    expect(ends).toEqual(['time']);
    expect(door.enter(asking(), never)).toMatchObject({ kind: 'cancelled' });
  });

  test('an attempt that would end after it, as the others take so long, is not begun', () => {
    const { door, clock, ends } = made({ ms: 1000 });
    const a = asking();
    door.enter(a, never);
    door.leave(a, answering(1, 300));
    clock.pass(650);
    expect(door.enter(asking(), never)).toBeUndefined();
    clock.pass(100);
    expect(door.enter(asking(), never)).toMatchObject({ kind: 'cancelled' });
    expect(ends).toEqual(['time']);
  });
});

test('what was used up before is gone: dollars, calls and time', () => {
  const clock = { ...fakeClock(), sleep: () => new Promise<void>(() => {}) };
  const used = { usd: 7, calls: 2, ms: 700 };
  const one = (allowed: Allowed) => made(allowed, clock, used);
  const dear = one({ usd: 10 });
  expect(dear.spent()).toEqual({ usd: 7, calls: 2 });
  const first = asking(0);
  dear.door.enter(first, never);
  dear.door.leave(first, answering(3));
  expect([dear.door.enter(asking(1), never), dear.ends]).toMatchObject([{ kind: 'cancelled' }, ['cost']]);
  const few = one({ calls: 3 });
  expect(few.door.enter(asking(), never)).toBeUndefined();
  void few.door.enter(asking(), never);
  expect(few.spent().calls).toBe(3);
  const short = one({ ms: 1000 });
  clock.pass(301);
  expect([short.door.enter(asking(), never), short.ends]).toMatchObject([{ kind: 'cancelled' }, ['time']]);
});
