import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { type SeededServer, seededServer } from '../../servers/seeded-server.ts';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { slowServer } from './slow-server.ts';

let bin: string;
let at: TestProject;
let server: SeededServer | undefined;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server?.close();
});

const preload = pathToFileURL(join(import.meta.dirname, 'jumping-clock.mjs')).href;
const jumping = { NODE_OPTIONS: `--import=${preload}` };
const config = (
  url: string,
  limits = '{ concurrency: 10, timeout: { firstByte: 1s, idle: 1s, total: 3s } }',
) =>
  `models: { m: { use: "openai-compatible:x", baseUrl: "${url}" } }\nlimits: { openai-compatible: ${limits} }\n`;

test('a wall clock that jumps by hours moves no deadline, no back-off and no time in the rows', async () => {
  const shares = { status: 0.06, reset: 0.03, malformed: 0.02, hang: 0.015 };
  server = await seededServer({ seed: 3, shares, ms: [10, 40] });
  at = project(bin, {
    'evals.config.yaml': config(`${server.at('m')}/v1`),
    'evals/s.eval.yaml': suite('m', 200),
  });
  const start = performance.now();
  const { code, err } = await at.run(['run', '--quiet'], jumping);
  const took = performance.now() - start;
  expect([code, err]).toEqual([0, '']);
  const rows = at.latest().rows();
  const { records } = await server.told();
  const hangs = Object.values(records)
    .flat()
    .filter(({ fault }) => fault.startsWith('silent'));
  expect(hangs.length).toBeGreaterThan(0);
  for (const { case: id, outcome } of rows) {
    const tries = records[`m ${id.replace('c', 'q')}`]!;
    expect(outcome.attempts, id).toHaveLength(tries.length);
    for (const [index, { ms }] of outcome.attempts.entries()) {
      const isHung = tries[index]!.fault.startsWith('silent');
      // A hang is given up by its timeout, neither at once nor hours later; all else takes what it takes.
      expect(ms, `${id}, try ${index + 1}`).toBeGreaterThanOrEqual(isHung ? 500 : 0);
      expect(ms, `${id}, try ${index + 1}`).toBeLessThan(isHung ? 3500 : 1000);
    }
    expect(outcome.waitedMs).toBeGreaterThanOrEqual(0);
    expect(outcome.waitedMs).toBeLessThan(20_000);
  }
  // Stamps go on in the order of their moments.
  const stamps = rows.map(({ startedAt }) => Date.parse(startedAt)).sort((a, b) => a - b);
  expect(stamps.at(-1)! - stamps[0]!, 'from the first to the last').toBeLessThan(took);
  const summary = JSON.parse((await at.run(['report', '--reporter', 'json'])).out) as Summary;
  expect(summary.ms).toBeGreaterThan(100);
  expect(summary.ms).toBeLessThan(took);
  const { latency, counts } = summary.suites[0]!.arms[0]!;
  expect(counts.passed).toBe(200);
  expect(latency!.p50).toBeGreaterThan(9);
  expect(latency!.max).toBeLessThan(1000);
});

test('a pace, a budget of time and a Retry-After are kept by the clock that does not jump', async () => {
  const slow = await slowServer({ first: 429, ms: 5 });
  try {
    at = project(bin, {
      'evals.config.yaml': config(slow.url, '{ concurrency: 2, requestsPerMinute: 2400 }'),
      'evals/s.eval.yaml': suite('m', 10),
    });
    const start = performance.now();
    const { code, err } = await at.run(['run', '--quiet', '--max-time', '60s'], jumping);
    expect([code, err]).toEqual([0, '']);
    expect(performance.now() - start).toBeLessThan(15_000);
    for (const { outcome } of at.latest().rows()) {
      expect(outcome.attempts).toHaveLength(2);
      expect(outcome.waitedMs).toBeGreaterThan(950);
      expect(outcome.waitedMs).toBeLessThan(10_000);
    }
  } finally {
    await slow.close();
  }
});

test('a run that was begun in the future is resumed, and its lock is known as that of a dead one', async () => {
  server = await seededServer({ seed: 4, ms: [20, 40] });
  at = project(bin, {
    'evals.config.yaml': config(`${server.at('m')}/v1`),
    'evals/s.eval.yaml': suite('m', 150),
  });
  const { child, ended } = at.start(['run', '--quiet', '--cache', 'off'], jumping);
  await new Promise((resolve) => {
    const look = setInterval(() => {
      try {
        if (at.latest().rows().length < 20) return;
      } catch {
        return;
      }
      clearInterval(look);
      resolve(undefined);
    }, 5);
  });
  child.kill('SIGKILL');
  await ended;
  expect((await at.run(['run', '--resume', '--quiet', '--cache', 'off'], jumping)).code).toBe(0);
  expect(
    new Set(
      at
        .latest()
        .rows()
        .map(({ id }) => id),
    ).size,
  ).toBe(150);
  const summary = JSON.parse((await at.run(['report', '--reporter', 'json'])).out) as Summary;
  expect(summary).toMatchObject({ missing: 0, interrupted: false });
  expect(summary.ms).toBeGreaterThanOrEqual(0);
});
