import { describe, expect, test } from 'vitest';
import { progress } from '../../src/cli/progress.ts';
import { progressLine, type Tally } from '../../src/cli/progress-line.ts';
import { makeRow } from '../store/make-run.ts';

const tally = (more: Partial<Tally> = {}): Tally => ({
  total: 10,
  before: 0,
  done: 0,
  failed: 0,
  errored: 0,
  ungraded: 0,
  cost: 0,
  waits: new Map(),
  paces: new Map(),
  pauses: new Map(),
  ...more,
});

describe('the line', () => {
  test.each<[Partial<Tally>, string]>([
    [{}, '░░░░░░░░░░░░░░░░░░░░ 0/10 · 0.0/s · ETA ?'],
    [{ done: 5 }, '██████████░░░░░░░░░░ 5/10 · 2.5/s · ETA 2.0 s'],
    [{ before: 4, done: 6 }, '████████████░░░░░░░░ 6/10 · 1.0/s · ETA 4.0 s'],
    [{ before: 4, done: 4 }, '████████░░░░░░░░░░░░ 4/10 · 0.0/s · ETA ?'],
    [{ done: 10 }, '████████████████████ 10/10 · 5.0/s'],
    [{ done: 5, failed: 1, errored: 2, ungraded: 3 }, '██████████░░░░░░░░░░ 5/10 · 2.5/s · 1 failed · 2 errored · 3 ungraded · ETA 2.0 s'],
    [{ done: 5, waits: new Map([['openai', { until: 14_000, status: 429 }], ['gone', { until: 1999 }]]) }, '██████████░░░░░░░░░░ 5/10 · 2.5/s · openai: waiting 12.0 s, 429 · ETA 2.0 s'],
    [{ done: 5, paces: new Map([['fast', { concurrency: 32, perSecond: 48.2 }], ['slow', { concurrency: 1, perSecond: 0.5 }], ['few', { concurrency: 7 }]]) }, '██████████░░░░░░░░░░ 5/10 · 2.5/s · fast: 32 at once, 48/s allowed · slow: 1 at once, 0.5/s allowed · few: 7 at once · ETA 2.0 s'],
    [{ done: 5, pauses: new Map([['fast', 6000]]) }, '██████████░░░░░░░░░░ 5/10 · 2.5/s · fast: paused, next try in 4.0 s · ETA 2.0 s'],
    [{ what: 're-drawing 4 flips', done: 1, failed: 1, cost: 0.5 }, 're-drawing 4 flips · 1 answer · $0.50 · 1 failed'],
    [{ total: 40, done: 40 }, '████████████████████ 40/40 · 20/s'],
  ])('after two seconds, %o', (more, line) => {
    expect(progressLine(tally(more), 2000, 0)).toBe(line);
  }); // biome-ignore format: a table
});

/** A screen of some width that shows what a terminal would; ticks come when the test says so. */
function shown(isTerminal: boolean, width = 80, env: Record<string, string> = {}, isQuiet = false) {
  let written = '';
  let tick = () => {};
  let now = 0;
  const err = {
    isTerminal,
    width,
    write: (text: string) => {
      written += text;
    },
  };
  const clock = {
    now: () => now,
    date: () => new Date(0),
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        tick = () => {
          now += ms;
          resolve();
        };
      }),
  };
  const line = progress(3, { err, env, clock }, isQuiet);
  return {
    line,
    err,
    written: () => written,
    tick: async () => {
      tick();
      await new Promise((resolve) => setImmediate(resolve));
    },
    now: () => now,
  };
}

const finished = [{ type: 'finished' as const, row: makeRow('a') }];

test('moves while nothing finishes, in place, and is gone at the end', async () => {
  const screen = shown(true);
  await screen.tick();
  await screen.tick();
  screen.line.add(finished);
  await screen.tick();
  screen.line.end();
  await screen.tick();
  expect(screen.written().match(/0\/3/g)).toHaveLength(2);
  expect(screen.written().match(/1\/3/g)).toHaveLength(1);
  expect(screen.written()).not.toContain('\n');
  expect(screen.written().endsWith('\r\u001b[2K')).toBe(true);
});

test('is never wider than the terminal, and takes away its rows when the terminal became narrower', async () => {
  const screen = shown(true, 30);
  await screen.tick();
  expect(screen.written()).toHaveLength(29);
  screen.err.width = 10;
  screen.line.end();
  expect(screen.written().slice(29)).toBe('\r\u001b[2K\u001b[1A\u001b[2K\u001b[1A\u001b[2K');
});

test('what is said stands on a line of its own, without escapes of others', async () => {
  const screen = shown(true);
  await screen.tick();
  screen.line.say('stopped \u001b[31mred');
  expect(screen.written().endsWith('\r\u001b[2Kstopped red\n')).toBe(true);
});

test.each([
  ['no terminal', false, {}],
  ['CI', true, { CI: 'true' }],
  ['a dumb terminal', true, { TERM: 'dumb' }],
] as const)('%s: a plain line every ten seconds', async (_, isTerminal, env) => {
  const screen = shown(isTerminal, 80, env);
  await screen.tick();
  expect(screen.now()).toBe(10_000);
  screen.line.end();
  expect(screen.written()).toBe('░░░░░░░░░░░░░░░░░░░░ 0/3 · 0.0/s · ETA ?\n');
});

test('quiet: nothing but what has to be said', async () => {
  const screen = shown(true, 80, {}, true);
  await screen.tick();
  screen.line.add(finished);
  screen.line.say('needed');
  screen.line.end();
  expect(screen.written()).toBe('needed\n');
});
