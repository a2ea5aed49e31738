import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheClear } from '../../../src/cli/actions/cache-clear.ts';
import { cacheStats } from '../../../src/cli/actions/cache-stats.ts';
import { cacheWhy } from '../../../src/cli/actions/cache-why.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import type { CommandInput } from '../../../src/domain/command.ts';
import type { Model } from '../../../src/domain/model.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { Request } from '../../../src/domain/request.ts';
import type { Run } from '../../../src/domain/run.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { requestKeys } from '../../../src/plan/request-keys.ts';
import { openResponseCache } from '../../../src/store/open-response-cache.ts';
import { runFolder } from '../../../src/store/run-folder.ts';
import { fakeClock } from '../../flow/fake-clock.ts';
import { makeRow, makeRun } from '../../store/make-run.ts';
import { fakeWorld } from './fake-world.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evals-cache-'));
  mkdirSync(join(root, 'evals'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const gpt: Model = {
  name: 'fast',
  provider: 'openai',
  id: 'gpt-5-mini',
  settings: { temperature: 0 },
  options: {},
};
const haiku: Model = { ...gpt, name: 'anthropic:haiku', provider: 'anthropic', id: 'haiku' };
const answer: Answer = {
  text: '30 days',
  toolCalls: [],
  finish: { unified: 'stop' },
  usage: {},
  served: {},
  ms: { total: 60_000 },
};
const toRequest = (more: Partial<Request> = {}): Request => ({
  messages: [{ role: 'user', content: 'Can I send it back?' }],
  settings: gpt.settings,
  tools: [],
  suite: 's',
  case: { id: 'c', vars: {}, meta: {} },
  repeat: 1,
  ...more,
});

/** Keeps answers on a day; those of the default clock are of 2025-01-01. */
async function keep(
  requests: Request[],
  { model = gpt, day = '2025-01-01', address }: { model?: Model; day?: string; address?: string } = {},
) {
  const clock = { ...fakeClock(), date: () => new Date(`${day}T10:15:00Z`) };
  const cache = (await openResponseCache({ root, clock, redact: (text) => text, say: console.error }))!;
  const keys = requestKeys(model, { address });
  for (const request of requests) cache.keep({ key: keys(request), request, model: model.name, answer });
  await cache.close();
}

/** What a command writes at midday of 2025-03-01. */
async function say(
  action: (input: CommandInput, world: ReturnType<typeof fakeWorld>) => Promise<number>,
  given: Partial<CommandInput> = {},
) {
  const base = fakeWorld(root);
  const world = { ...base, clock: { ...base.clock, date: () => new Date('2025-03-01T12:00:00Z') } };
  expect(await action({ arguments: {}, options: {}, ...given }, world)).toBe(0);
  return world.shown();
}

describe('stats', () => {
  test('nothing yet', async () => {
    expect(await say(cacheStats)).toBe('Nothing is kept yet. "evals run" keeps the answers that it gets.\n');
  });

  test('by model, the most first, with the days and the time that asking took', async () => {
    await keep([toRequest(), toRequest({ repeat: 2 })]);
    await keep([toRequest({ repeat: 3 })], { day: '2025-02-03' });
    await keep([toRequest()], { model: haiku, day: '2025-02-04' });
    const [total, ...models] = (await say(cacheStats)).trimEnd().split('\n');
    expect(total).toMatch(
      /^4 answers in \.evals\/store\.sqlite, [\d.]+ kB on disk; asking for them took 4 min 0 s$/,
    );
    expect(models.map((line) => line.replace(/\d+ bytes/, 'n bytes'))).toEqual([
      '  openai:gpt-5-mini  3 answers  n bytes  2025-01-01 to 2025-02-03',
      '  anthropic:haiku     1 answer  n bytes  2025-02-04 to 2025-02-04',
    ]);
    const told = JSON.parse(await say(cacheStats, { options: { json: true } }));
    expect(told).toMatchObject({
      answers: 4,
      models: [{ model: 'openai:gpt-5-mini', answers: 3, askedMs: 180_000 }, {}],
    });
    expect(told.bytesOnDisk).toBeGreaterThan(4096);
  });
});

describe('clear', () => {
  beforeEach(async () => {
    const long = { role: 'system' as const, content: 'policy '.repeat(30_000) };
    await keep([toRequest({ messages: [long] })]);
    await keep([toRequest(), toRequest({ repeat: 2 })], { day: '2025-02-20' });
    await keep([toRequest()], { model: haiku, day: '2025-02-20' });
  });
  const left = async () => JSON.parse(await say(cacheStats, { options: { json: true } })).answers;

  test.each<[CommandInput['options'], removed: RegExp, left: number]>([
    [{}, /^4 answers removed\. [\d.]+ kB are free again\.\n$/, 0],
    [{ olderThan: '30d' }, /^1 answer removed\. 2[\d.]+ kB are free again\.\n$/, 3],
    [{ olderThan: '1h', model: 'fast' }, /^3 answers removed\. /, 1],
    [{ model: 'anthropic:haiku' }, /^1 answer removed\. /, 3],
    [{ model: 'openai:gpt-5-mini' }, /^3 answers removed\. /, 1],
    [{ model: 'fast', olderThan: '30d' }, /^1 answer removed\. /, 3],
    [
      { model: 'openai:gpt-5-min' },
      /^Nothing was removed: no answer fits\. Did you mean "openai:gpt-5-mini"\?\n$/,
      4,
    ],
    [{ olderThan: '365d' }, /^Nothing was removed: no answer fits\.\n$/, 4],
  ])('%j', async (options, removed, count) => {
    expect(await say(cacheClear, { options })).toMatch(removed);
    expect(await left()).toBe(count);
  });

  test.each(['30', 'soon', '', '-3d'])('--older-than %j is refused', async (olderThan) => {
    await expect(say(cacheClear, { options: { olderThan } })).rejects.toThrow(/30d or 12h/);
    expect(await left()).toBe(4);
  });

  test.each([
    ['no database', 'hello '.repeat(2000)],
    ['one that is cut off', 'SQLite format 3\u0000'.padEnd(5000, 'x')],
  ])('%s is removed as a whole, and only then', async (_, bytes) => {
    for (const name of readdirSync(join(root, '.evals')))
      if (/store/.test(name)) rmSync(join(root, '.evals', name));
    writeFileSync(join(root, '.evals', 'store.sqlite'), bytes);
    await expect(say(cacheStats)).rejects.toThrow(/damaged/);
    await expect(say(cacheClear, { options: { model: 'fast' } })).rejects.toThrow(/damaged/);
    expect(statSync(join(root, '.evals', 'store.sqlite')).size).toBe(bytes.length);
    expect(await say(cacheClear)).toMatch(
      /damaged, or is no database\. It was removed; [\d.]+ kB are free again\.\n$/,
    );
    expect(readdirSync(join(root, '.evals'))).toEqual(['.gitignore']);
    await keep([toRequest()]);
    expect(await left()).toBe(1);
  });
});

test('without a cache there is nothing to clear', async () => {
  expect(await say(cacheClear)).toBe('There is no cache to clear.\n');
});

describe('why', () => {
  const id = '20250301-100000.000-abcd';

  /** A run of 2025-03-01 with one trial, as the journal has it. */
  function ran(
    row: Partial<TrialRow>,
    {
      command = ['run'],
      model = gpt,
      settings = gpt.settings,
    }: { command?: string[]; model?: Model; settings?: object } = {},
  ) {
    const { folder, run, trials } = runFolder(root, id);
    const base = makeRun();
    const arm = {
      ...base.suites[0]!.arms[0]!,
      id: model.name,
      lane: model.name,
      model: model.name,
      provider: model.provider,
      modelId: model.id,
    };
    const header: Run = {
      ...base,
      id,
      startedAt: '2025-03-01T10:00:00.000Z',
      command,
      suites: [{ ...base.suites[0]!, arms: [{ ...arm, settings: settings as never }] }],
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(run, JSON.stringify(header));
    const messages = toRequest().messages;
    const full = makeRow('c', {
      model: model.name,
      arm: model.name,
      startedAt: '2025-03-01T10:00:01.000Z',
      messages,
      ...row,
    });
    writeFileSync(trials, `${JSON.stringify(full)}\n`);
  }
  const why = (name = 'c') => say(cacheWhy, { arguments: { run: 'latest', case: name } });
  const asked = (more: Partial<Answer> = {}): Outcome => ({
    status: 'answered',
    answer: { ...answer, ...more },
    attempts: [{ ms: 5 }],
    waitedMs: 0,
  });
  const fromCache: Outcome = { ...asked(), attempts: [], source: 'cache' };

  test('it came from the cache: when it was asked', async () => {
    await keep([toRequest()]);
    ran({ outcome: fromCache });
    expect(await why()).toBe(
      's / c · fast · repeat 1\n  It comes from the cache: asked at 2025-01-01 10:15:00 UTC.\n',
    );
  });

  test('it came from the cache: another trial asked the same', async () => {
    await keep([toRequest({ suite: 'other', case: { id: 'twin', vars: {}, meta: {} } })]);
    ran({ outcome: fromCache });
    expect(await why()).toContain('asked at 2025-01-01 10:15:00 UTC for other / twin, which asks the same.');
  });

  test('it came from the cache, whose entry is gone', async () => {
    await keep([toRequest({ messages: [] })], { model: haiku });
    ran({ outcome: fromCache });
    expect(await why()).toContain('its entry was removed since, or asked anew.');
  });

  test('there was nothing', async () => {
    await keep([toRequest()], { day: '2025-03-01' });
    ran({ outcome: asked() });
    expect((await why()).split('\n').slice(1, -1)).toEqual([
      '  It was asked: the cache had nothing of this trial.',
      '  Its answer is kept.',
    ]);
  });

  test.each<[string, Request, { model?: Model; address?: string }, RegExp]>([
    ['a setting', toRequest({ settings: { temperature: 0.2 } }), {}, /settings\.temperature: 0 → 0\.2/],
    [
      'a setting more',
      toRequest({ settings: { temperature: 0, seed: 7 } }),
      {},
      /settings\.seed: nothing → 7/,
    ],
    [
      'the address',
      toRequest(),
      { address: 'https://b.example/v1' },
      /address: nothing → "https:\/\/b\.example\/v1"/,
    ],
    ['the model', toRequest(), { model: { ...gpt, id: 'gpt-6' } }, /model: "gpt-5-mini" → "gpt-6"/],
    [
      'an option',
      toRequest(),
      { model: { ...gpt, options: { api: 'responses' } } },
      /options\.api: nothing → "responses"/,
    ],
    ['the tools', toRequest({ tools: [{ name: 'find', parameters: {} }] }), {}, /tools\[0\]: nothing → /],
    ['the schema', toRequest({ outputSchema: { type: 'object' } }), {}, /outputSchema: nothing → /],
    [
      'a message',
      toRequest({ messages: [{ role: 'user', content: 'Can I send them back?' }] }),
      {},
      /messages\[0\]\.content: "Can I send it back\?" → "Can I send them back\?"/,
    ],
  ])('what has changed: %s', async (_, now, { model, address }, line) => {
    await keep([toRequest()]);
    await keep([toRequest()], { day: '2025-01-05' });
    await keep([now], { day: '2025-03-01', model, address });
    ran({ outcome: asked(), messages: now.messages }, { model, settings: now.settings });
    const lines = (await why()).split('\n').slice(1, -1);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('  It was asked: since 2025-01-05 10:15:00 UTC the request has changed.');
    expect(lines[1]).toMatch(line);
    expect(lines[2]).toBe('  Its answer is kept.');
  });

  test('what has changed, where a long message differs and the answer was not kept', async () => {
    const policy = (days: number) =>
      `${'We take it back. '.repeat(100)}Within ${days} days. ${'So it is. '.repeat(50)}`;
    const of = (days: number) =>
      toRequest({ messages: [{ role: 'system', content: policy(days) }, ...toRequest().messages] });
    await keep([of(30)]);
    ran({ outcome: asked({ finish: { unified: 'length' } }), messages: of(14).messages });
    const [, , line, end] = (await why()).split('\n');
    expect(line).toMatch(/^ {4}messages\[0\]\.content: "….*Within 30 days.*…" → "….*Within 14 days.*…"$/);
    expect(end).toBe('  Its answer is not kept: it was cut off at its limit.');
  });

  test('two versions of a prompt are compared, the own one first', async () => {
    await keep([toRequest({ prompt: 'refund@v3' })], { day: '2025-01-02' });
    await keep([toRequest({ prompt: 'greet@v1', messages: [{ role: 'user', content: 'Hi' }] })], {
      day: '2025-01-03',
    });
    const messages = [{ role: 'user' as const, content: 'May I send it back?' }];
    await keep([toRequest({ prompt: 'refund@v4', messages })], { day: '2025-03-01' });
    ran({ outcome: asked(), messages, prompt: 'refund@v4' });
    expect(await why()).toContain('since 2025-01-02 10:15:00 UTC with refund@v3 the request has changed.');
  });

  test.each<[string, Partial<TrialRow>, string[], RegExp]>([
    [
      'a filter',
      { outcome: asked({ finish: { unified: 'content-filter' } }) },
      ['run'],
      /not kept: a filter refused it\./,
    ],
    ['nothing in it', { outcome: asked({ text: '' }) }, ['run'], /not kept: there is nothing in it\./],
    [
      'a secret',
      { outcome: asked({ text: 'it is [redacted]' }) },
      ['run'],
      /not kept: a secret stood in it\./,
    ],
    ['--cache off', { outcome: asked() }, ['run', '--cache', 'off'], /the cache was off\./],
    ['--cache read', { outcome: asked() }, ['run', '--cache=read'], /--cache read keeps none\./],
    ['--cache refresh', { outcome: asked() }, ['run', '--cache', 'refresh'], /asks everything anew\./],
    [
      'an error',
      {
        outcome: {
          status: 'errored',
          failure: { kind: 'server', message: 'openai answered 500', retryable: true },
          attempts: [{ ms: 5 }],
          waitedMs: 0,
        },
      },
      ['run'],
      /Nothing is kept: openai answered 500/,
    ],
    [
      'never asked',
      {
        outcome: {
          status: 'errored',
          failure: { kind: 'auth', message: 'openai refused the key', retryable: false },
          attempts: [],
          waitedMs: 0,
        },
      },
      ['run'],
      /It was not asked\.\n.*openai refused the key/,
    ],
    [
      'a cassette',
      { outcome: { ...asked(), attempts: [], source: 'cassette' } },
      ['run'],
      /comes from a cassette/,
    ],
    [
      'a fallback',
      { outcome: { ...asked(), by: 'anthropic:haiku' } },
      ['run'],
      /fast could not answer; anthropic:haiku did/,
    ],
    ['another reason', { outcome: asked() }, ['run'], /not in the cache/],
  ])('not kept: %s', async (_, row, command, sentence) => {
    await keep([], {});
    ran(row, { command });
    expect(await why()).toMatch(sentence);
  });

  test('no cache, no run, no case', async () => {
    await expect(why()).rejects.toThrow(/There is no run yet/);
    ran({ outcome: asked() });
    await expect(why()).rejects.toThrow(/There is no response cache yet/);
    await keep([toRequest()]);
    await expect(why('d')).rejects.toThrow(/There is no case of run .* called "d"/);
    expect(await why('*')).toContain('s / c');
  });
});
