import { describe, expect, test } from 'vitest';
import { instruments } from '../../src/cli/instruments.ts';
import type { Workshop } from '../../src/cli/workshop.ts';
import { catalog } from '../../src/domain/catalog.ts';
import type { Model } from '../../src/domain/model.ts';
import type { OpenModel, Provider } from '../../src/domain/provider.ts';
import type { Reply } from '../../src/domain/request.ts';
import type { RunEvent } from '../../src/domain/run-event.ts';
import { replies } from '../execute/replies.ts';
import { fakeClock } from '../flow/fake-clock.ts';

const { answered, failed, request } = replies;
const calm = () => new AbortController().signal;
const model = (name: string, options = {}): Model => ({
  name,
  provider: 'p',
  id: name,
  settings: {},
  options,
});

/** Instruments over one provider whose models reply by name. */
async function made(
  models: Model[],
  reply: (name: string) => Reply | Promise<Reply>,
  more: {
    provider?: Partial<Provider>;
    open?: Partial<OpenModel>;
    concurrency?: number;
    stop?: AbortSignal;
  } = {},
) {
  const events: RunEvent[] = [];
  const [asked, closed]: string[][] = [[], []];
  const provider: Provider = {
    name: 'p',
    summary: '',
    example: '',
    options: {},
    keys: [],
    needsNetwork: true,
    open: async ({ name }) => ({
      try: async () => {
        asked!.push(name);
        return reply(name);
      },
      close: async () => void closed!.push(name),
      ...more.open,
    }),
    ...more.provider,
  };
  // Whoever waits under a signal is served at once, with the time passed; the deadlines of tries never come.
  const passing = fakeClock();
  const clock = {
    ...passing,
    sleep: (ms: number, signal?: AbortSignal) =>
      signal ? passing.sleep(ms, signal) : new Promise<void>(() => {}),
  };
  const workshop: Workshop = {
    providers: catalog('provider', [provider]),
    config: { limits: { p: { concurrency: more.concurrency ?? 5, retries: 1 } } },
    env: {},
    root: '/',
    offline: false,
    clock,
    random: () => 1,
    emit: (event) => events.push(event),
    gates: () => [],
    stop: more.stop ?? calm(),
  };
  const made = await instruments(models, workshop);
  return {
    ...made,
    events,
    asked: asked!,
    closed: closed!,
    ask: (one: Model) => made.pools[0]!.ask(one)(request, calm()),
  };
}

describe('limits', () => {
  test.each([
    { concurrency: 5, own: undefined, models: 1, width: 5 },
    { concurrency: 5, own: 2, models: 1, width: 2 },
    { concurrency: 5, own: 2, models: 2, width: 4 },
    { concurrency: 5, own: 4, models: 2, width: 5 },
  ])('$models models of which each takes $own at once, $concurrency allowed: $width', async (row) => {
    const models = Array.from({ length: row.models }, (_, index) => model(`m${index}`));
    const { pools } = await made(models, () => answered(), {
      concurrency: row.concurrency,
      open: row.own === undefined ? {} : { concurrency: row.own },
    });
    expect(pools.map(({ width }) => width)).toEqual([row.width]);
  });

  test('no more are under way than the provider allows and the model takes', async () => {
    let [inside, most] = [0, 0];
    const slow = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      return answered();
    };
    const one = model('m');
    const { ask } = await made([one], slow, { concurrency: 5, open: { concurrency: 2 } });
    await Promise.all(Array.from({ length: 12 }, () => ask(one)));
    expect(most).toBe(2);
  });

  test('models of this process are few at a time and have no deadline', async () => {
    const one = model('m');
    const { pools, ask } = await made([one], () => answered('local'), {
      provider: { needsNetwork: false, deterministic: true },
      concurrency: 50,
    });
    expect(pools[0]!.width).toBe(4);
    expect(await ask(one)).toMatchObject({ answer: { text: 'local' } });
  });
});

test('a retry is told, with whom and for how long', async () => {
  const one = model('m');
  const { ask, events } = await made([one], () => failed({ kind: 'rate-limit', status: 429 }));
  expect(await ask(one)).toMatchObject({ status: 'errored', attempts: [{}, {}] });
  expect(events.filter(({ type }) => type === 'waiting')).toMatchObject([
    { type: 'waiting', model: 'm', provider: 'p', ms: 500, failure: { status: 429 } },
  ]);
});

test('a refused key stops the models that are reached in the same way, and no others', async () => {
  const [a, b, other] = [
    model('a', { baseUrl: 'x' }),
    model('b', { baseUrl: 'x' }),
    model('c', { baseUrl: 'y' }),
  ];
  const { ask, asked, events } = await made([a, b, other], (name) =>
    name === 'c' ? answered() : failed({ kind: 'auth', status: 401, retryable: false }),
  );
  await ask(a);
  expect(await ask(b)).toMatchObject({ status: 'errored', attempts: [] });
  expect(await ask(other)).toMatchObject({ status: 'answered' });
  expect(asked).toEqual(['a', 'c']);
  expect(events.filter(({ type }) => type === 'stopped')).toHaveLength(1);
});

test('where the id is an address, a refusal at one says nothing of another', async () => {
  const [a, b] = [model('a'), model('b')];
  const { ask, asked } = await made(
    [a, b],
    (name) => (name === 'b' ? answered() : failed({ kind: 'auth', status: 401, retryable: false })),
    { provider: { idIsAddress: true } },
  );
  await ask(a);
  await ask(a);
  expect(await ask(b)).toMatchObject({ status: 'answered' });
  expect(asked).toEqual(['a', 'b']);
});

test('a run that was stopped asks nothing more', async () => {
  const one = model('m');
  const { ask, asked } = await made([one], () => answered(), { stop: AbortSignal.abort() });
  expect(await ask(one)).toMatchObject({ failure: { kind: 'cancelled' } });
  expect(asked).toEqual([]);
});

test('when one model cannot be opened, those that were are closed', async () => {
  const closed: string[] = [];
  const open: Provider['open'] = async ({ name }) => {
    if (name === 'b') throw new Error('b cannot be opened');
    return { try: async () => answered(), close: async () => void closed.push(name) };
  };
  await expect(made([model('a'), model('b')], () => answered(), { provider: { open } })).rejects.toThrow(
    'b cannot',
  );
  expect(closed).toEqual(['a']);
});
