import { expect, test } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Request } from '../../src/domain/request.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { fallingBack } from '../../src/execute/falling-back.ts';
import { replies } from './replies.ts';

type More = Partial<Pick<Outcome, 'attempts' | 'waitedMs' | 'source'>>;
const calm = new AbortController().signal;
const failed = (failure: Partial<Failure>, more: More = {}): Outcome => ({
  ...replies.failed(failure),
  attempts: [],
  waitedMs: 0,
  ...more,
});
const answered = (text: string, more: More = {}): Outcome => ({
  ...replies.answered(text),
  attempts: [{ ms: 5 }],
  waitedMs: 0,
  ...more,
});

/** Models by name that give this outcome; `asked` has what each was asked. */
function models(outcomes: Record<string, Outcome>, settings: Record<string, Settings> = {}) {
  const asked: { model: string; request: Request }[] = [];
  const all = Object.entries(outcomes).map(([name, outcome]) => ({
    model: { name, settings: settings[name] ?? {} },
    ask: async (request: Request) => {
      asked.push({ model: name, request });
      return outcome;
    },
  }));
  return { asked, ask: fallingBack(all as [(typeof all)[0]]) };
}

test('while the model answers, its outcome is what it was', async () => {
  const outcome = answered('hi');
  const { ask, asked } = models({ a: outcome, b: answered('no') });
  expect(await ask(replies.request, calm)).toBe(outcome);
  expect(asked.map(({ model }) => model)).toEqual(['a']);
});

test.each<Partial<Failure>>([
  { kind: 'auth', status: 401, retryable: false },
  { kind: 'request', status: 404, retryable: false },
  { kind: 'server', status: 500 },
  { kind: 'connection' },
  { kind: 'rate-limit', status: 429 },
])('after $kind the next one is asked, and all is kept apart', async (failure) => {
  const why = { kind: 'server', message: 'no', retryable: true, ...failure };
  const { ask } = models({
    a: failed(failure, { attempts: [{ ms: 1, failure: why as Failure }], waitedMs: 10 }),
    b: failed({ kind: 'timeout' }, { attempts: [{ ms: 2 }, { ms: 3 }], waitedMs: 20 }),
    c: answered('hello', { waitedMs: 30 }),
  });
  expect(await ask(replies.request, calm)).toEqual({
    ...replies.answered('hello'),
    attempts: [
      { ms: 1, failure: why },
      { ms: 2, model: 'b' },
      { ms: 3, model: 'b' },
      { ms: 5, model: 'c' },
    ],
    waitedMs: 60,
    by: 'c',
    why,
  });
});

test('an answer of a fallback may come from the cache', async () => {
  const { ask } = models({ a: failed({}), b: answered('kept', { attempts: [], source: 'cache' }) });
  expect(await ask(replies.request, calm)).toMatchObject({ by: 'b', source: 'cache', attempts: [] });
});

test('when none answers, the failure is that of the model itself, with who failed in its place', async () => {
  const { ask } = models({
    a: failed({ kind: 'server', status: 503, message: 'a answered 503', body: 'busy' }),
    b: failed({ message: 'b answered 500' }),
    c: failed({ kind: 'auth', message: 'c refused the key' }),
  });
  expect(await ask(replies.request, calm)).toMatchObject({
    status: 'errored',
    failure: {
      kind: 'server',
      status: 503,
      body: 'busy',
      retryable: false,
      message: 'a answered 503; in its place c failed too: c refused the key',
    },
  });
});

test.each([
  ['the model', { a: failed({ kind: 'cancelled' }), b: answered('x') }, ['a']],
  ['a fallback', { a: failed({}), b: failed({ kind: 'cancelled' }), c: answered('x') }, ['a', 'b']],
] as const)(
  'once %s is cancelled nobody else is asked: the trial is given up',
  async (_, outcomes, names) => {
    const { ask, asked } = models(outcomes);
    expect(await ask(replies.request, calm)).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(asked.map(({ model }) => model)).toEqual(names);
  },
);

test('a fallback is asked with its own settings, under those of the prompt', async () => {
  const own = { a: { temperature: 1, seed: 7, stream: false }, b: { temperature: 0.5, topP: 0.9 } };
  const { ask, asked } = models({ a: failed({}), b: answered('x') }, own);
  const promptSettings = { temperature: 0, maxOutputTokens: 9 };
  const settings = { ...own.a, ...promptSettings };
  await ask({ ...replies.request, settings, promptSettings }, calm);
  expect(asked.map(({ request }) => request.settings)).toEqual([
    settings,
    { temperature: 0, topP: 0.9, maxOutputTokens: 9 },
  ]);
  await ask({ ...replies.request, settings: own.a }, calm);
  expect(asked.at(-1)!.request.settings).toEqual(own.b);
});
