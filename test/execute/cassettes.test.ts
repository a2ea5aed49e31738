import { expect, test } from 'vitest';
import type { CassetteReply } from '../../src/domain/cassette.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { problems } from '../../src/domain/problems.ts';
import { recorded } from '../../src/execute/recorded.ts';
import { replayed } from '../../src/execute/replayed.ts';
import { replies } from './replies.ts';

const asked = {
  model: { name: 'm', provider: 'p', id: 'x', settings: {}, options: {} },
  seesCase: false,
};
const calm = () => new AbortController().signal;
const around = { attempts: [{ ms: 5 }], waitedMs: 7 };
const failure = { kind: 'server', message: 'no', retryable: true } as const;

test.each([
  { name: 'an answer', outcome: { ...replies.answered('hi'), ...around }, kept: { answer: { text: 'hi' } } },
  { name: 'an answer from the cache', outcome: { ...replies.answered('hi'), ...around, source: 'cache' }, kept: { answer: { text: 'hi' } } },
  { name: 'a failure', outcome: { ...around, status: 'errored', failure }, kept: { failure } },
  { name: 'nothing of what was given up', outcome: { ...around, status: 'errored', failure: { ...failure, kind: 'cancelled' } }, kept: undefined },
] as { name: string; outcome: Outcome; kept: object | undefined }[])('recorded: $name', async ({ outcome, kept }) => {
  const all: CassetteReply[] = [];
  const ask = recorded(async () => outcome, asked, { add: (_, __, reply) => all.push(reply) });
  expect(await ask(replies.request, calm())).toBe(outcome);
  expect(all).toMatchObject(kept ? [kept] : []);
}); // biome-ignore format: rows

const missing = problems.notInCassette({ file: 'x.jsonl', trial: 's/c (m)', differences: [] });
const answer = { text: 'hi', toolCalls: [], finish: { unified: 'stop' as const }, usage: {}, served: {} };

test('replayed: an answer has its source, and neither time nor attempts', async () => {
  const ask = replayed({ answer: () => ({ answer }) }, asked, () => {});
  expect(await ask(replies.request, calm())).toEqual({
    status: 'answered', source: 'cassette', attempts: [], waitedMs: 0, answer: { ...answer, ms: {} },
  }); // biome-ignore format: a record
});

test('replayed: a failure is the failure of the trial', async () => {
  const ask = replayed({ answer: () => ({ failure }) }, asked, () => {});
  expect(await ask(replies.request, calm())).toMatchObject({
    status: 'errored',
    failure,
    source: 'cassette',
  });
});

test('replayed: what is not there is told, and gives the trial up', async () => {
  const told: unknown[] = [];
  const ask = replayed({ answer: () => missing }, asked, (problem) => told.push(problem));
  expect(await ask(replies.request, calm())).toMatchObject({ failure: { kind: 'cancelled' } });
  expect(told).toEqual([missing]);
});

test('replayed: once the run is given up nothing is looked for', async () => {
  const ask = replayed({ answer: () => expect.unreachable() }, asked, () => {});
  expect(await ask(replies.request, AbortSignal.abort())).toMatchObject({ failure: { kind: 'cancelled' } });
});
