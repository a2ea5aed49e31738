import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { CacheMode } from '../../src/domain/cache-modes.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Ask } from '../../src/domain/request.ts';
import { cached } from '../../src/execute/cached.ts';
import { requestKeys } from '../../src/plan/request-keys.ts';
import { replies } from './replies.ts';

const { request } = replies;
const signal = new AbortController().signal;
const model = { name: 'm', provider: 'p', id: 'x', settings: {}, options: {} };

type Given = Partial<Answer> | 'error' | { by: string } | { source: 'cassette' };

function outcomeOf(given: Given, count: number): Outcome {
  const around = { attempts: [{ ms: 7 }], waitedMs: 3 };
  if (given === 'error') return { ...replies.failed({}), ...around };
  const { answer } = replies.answered(`answer ${count}`) as { answer: Answer };
  const { by, source, ...changed } = given as Partial<Answer> & { by?: string; source?: 'cassette' };
  return {
    status: 'answered',
    answer: { ...answer, ...changed },
    ...around,
    ...(by ? { by } : {}),
    ...(source ? { source } : {}),
  };
}

/** A model that says how often it was asked, before a cache in memory. */
function wrapped(mode: CacheMode, given: Given = {}, keeps = true) {
  const kept = new Map<string, Answer>();
  let asked = 0;
  const ask: Ask = async () => {
    const count = ++asked;
    await Promise.resolve();
    return outcomeOf(given, count);
  };
  const cache = {
    read: (key: string) => {
      const answer = kept.get(key);
      return answer && { answer, at: new Date(0) };
    },
    keep: ({ key, answer }: { key: { key: string }; answer: Answer }) => {
      if (keeps) kept.set(key.key, answer);
      return keeps;
    },
  };
  const all = cached(ask, { cache, mode, model: 'm', keyOf: requestKeys(model, {}) });
  return { ask: (more = {}) => all({ ...request, ...more }, signal), kept, asked: () => asked };
}

const textOf = (outcome: Outcome) => outcome.status === 'answered' && outcome.answer.text;

test('the second time nobody is asked; the answer has no time, no attempt and no wait, and what is kept has its own', async () => {
  const { ask, asked, kept } = wrapped('read-write');
  const first = await ask();
  expect(first).toMatchObject({ attempts: [{ ms: 7 }], waitedMs: 3, answer: { ms: { total: 5 } } });
  expect(first.source).toBeUndefined();
  expect(await ask()).toEqual({
    status: 'answered',
    answer: { ...(first as { answer: Answer }).answer, ms: {} },
    attempts: [],
    waitedMs: 0,
    source: 'cache',
    askedAt: '1970-01-01T00:00:00.000Z',
  });
  expect(asked()).toBe(1);
  expect([...kept.values()]).toMatchObject([{ ms: { total: 5 } }]);
});

test.each([
  ['another message', { messages: [{ role: 'user', content: 'Bye' }] }],
  ['another temperature', { settings: { temperature: 0.2 } }],
  ['another repeat', { repeat: 2 }],
])('%s is asked', async (_, more) => {
  const { ask, asked } = wrapped('read-write');
  await ask();
  expect((await ask(more)).source).toBeUndefined();
  expect(asked()).toBe(2);
});

test.each<[CacheMode, texts: string[], asked: number, kept: string[]]>([
  ['read-write', ['answer 1', 'answer 1', 'answer 1'], 1, ['answer 1']],
  ['read', ['answer 1', 'answer 2', 'answer 3'], 3, []],
  ['refresh', ['answer 1', 'answer 2', 'answer 3'], 3, ['answer 3']],
  ['off', ['answer 1', 'answer 2', 'answer 3'], 3, []],
])('%s', async (mode, texts, times, left) => {
  const { ask, asked, kept } = wrapped(mode);
  expect([await ask(), await ask(), await ask()].map(textOf)).toEqual(texts);
  expect(asked()).toBe(times);
  expect([...kept.values()].map(({ text }) => text)).toEqual(left);
});

test.each<[string, Given, isKept: boolean]>([
  ['an error', 'error', false],
  ['a refusal by a filter', { finish: { unified: 'content-filter' } }, false],
  ['an answer that was cut off', { finish: { unified: 'length' } }, false],
  ['an answer that broke', { finish: { unified: 'error' } }, false],
  ['an empty answer', { text: '' }, false],
  ['an answer of white space', { text: ' \n' }, false],
  ['one that came from a cassette', { source: 'cassette' }, false],
  ['one that a fallback gave', { by: 'other' }, false],
  ['a call of a tool without a word', { text: '', toolCalls: [{ name: 't', arguments: {} }] }, true],
  ['one that says nothing of why it ended', { finish: { unified: 'other' } }, true],
  ['a usual one', {}, true],
])('%s is kept: %#', async (_, given, isKept) => {
  const { ask, kept, asked } = wrapped('read-write', given);
  await ask();
  await ask();
  expect([kept.size, asked()]).toEqual(isKept ? [1, 1] : [0, 2]);
});

describe('the same request several times at once', () => {
  test('is asked once, and the others have its answer', async () => {
    const { ask, asked } = wrapped('read-write');
    const outcomes = await Promise.all([ask(), ask(), ask({ repeat: 2 }), ask()]);
    expect(outcomes.map(textOf)).toEqual(['answer 1', 'answer 1', 'answer 2', 'answer 1']);
    expect(outcomes.map(({ source }) => source)).toEqual([undefined, 'cache', undefined, 'cache']);
    expect(asked()).toBe(2);
  });

  test.each<[string, Given, boolean]>([
    ['an error', 'error', true],
    ['an answer that is not kept', { finish: { unified: 'length' } }, true],
    ['a cache that keeps nothing', {}, false],
  ])('is asked for each when the first gives %s', async (_, given, keeps) => {
    const { ask, asked } = wrapped('read-write', given, keeps);
    const outcomes = await Promise.all([ask(), ask(), ask()]);
    expect(asked()).toBe(3);
    expect(outcomes.map(({ source }) => source)).toEqual([undefined, undefined, undefined]);
  });

  test('a model that throws throws for each', async () => {
    const cache = { read: () => undefined, keep: () => true };
    const ask = cached(() => Promise.reject(new Error('boom')), {
      cache,
      mode: 'read-write',
      model: 'm',
      keyOf: requestKeys(model, {}),
    });
    const ended = await Promise.allSettled([ask(request, signal), ask(request, signal)]);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
