import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let server: SlowServer;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
  server = await slowServer({ ms: 20 });
}, 120_000);
afterAll(() => server.close());

const config = (more = '') =>
  `models: { m: { use: "openai-compatible:x", baseUrl: "${server.url}", price: { input: 1, output: 1 }${more} } }`;
beforeEach(() => {
  server.asked.length = 0;
  at = project(bin, { 'evals.config.yaml': config(), 'evals/s.eval.yaml': suite('m', 6) });
});
afterEach(() => at.remove());

/** Runs, and tells how often the server was asked and what the report counts. */
async function ran(...flags: string[]) {
  server.asked.length = 0;
  const { code, out, err } = await at.run(['run', '--reporter', 'json', ...flags]);
  const [arm] = (JSON.parse(out) as Summary).suites[0]!.arms;
  return { code, err, asked: server.asked.length, arm: arm!, rows: at.latest().rows() };
}

test('the second run asks nothing, says so of each trial, and has neither latency nor cost', async () => {
  const first = await ran();
  expect([first.code, first.asked, first.arm.counts.passed]).toEqual([0, 6, 6]);
  expect(first.arm.latency?.count).toBe(6);
  const second = await ran();
  expect([second.code, second.asked, second.arm.counts.passed]).toEqual([0, 0, 6]);
  expect(second.arm).toMatchObject({ latency: null, firstToken: null, cost: { usd: 0, unknown: 0 } });
  for (const { outcome } of second.rows) {
    expect(outcome).toMatchObject({ source: 'cache', attempts: [], waitedMs: 0 });
    expect(outcome.status === 'answered' && outcome.answer.ms).toEqual({});
  }
});

test.each<[string[], asked: [number, number, number]]>([
  [
    ['--cache', 'off'],
    [6, 6, 6],
  ],
  [
    ['--cache', 'read'],
    [6, 6, 6],
  ],
  [
    ['--cache', 'refresh'],
    [6, 6, 0],
  ],
  [
    ['--cache', 'read-write'],
    [6, 0, 0],
  ],
])('%j twice, then as usual: so many are asked', async (flags, asked) => {
  const counts = [await ran(...flags), await ran(...flags), await ran()].map((one) => one.asked);
  expect(counts).toEqual(asked);
});

test('what changes is asked anew, and why says what it was', async () => {
  await ran();
  at.write({ 'evals.config.yaml': config(', settings: { temperature: 0.2 }') });
  expect((await ran()).asked).toBe(6);
  const { code, out } = await at.run(['cache', 'why', 'latest', 'c2']);
  expect(code).toBe(0);
  expect(out).toContain('settings.temperature: nothing → 0.2');
  expect(out).toContain('Its answer is kept.');
  at.write({ 'evals/s.eval.yaml': suite('m', 6).replace('q3', 'another') });
  expect((await ran()).asked).toBe(1);
  expect((await at.run(['cache', 'why', 'latest', 'c3'])).out).toContain(
    'messages[0].content: "q3" → "another"',
  );
  expect((await at.run(['cache', 'why', 'latest', 'c2'])).out).toContain(
    'It comes from the cache: asked at ',
  );
});

test('a repeat is an answer of its own; the same question in two cases is one', async () => {
  expect((await ran('--repeat', '3')).asked).toBe(18);
  at.write({ 'evals/s.eval.yaml': suite('m', 6).replace('"q4"', '"q9"').replace('"q5"', '"q9"') });
  expect((await ran()).asked).toBe(1);
});

test('a model that says so is not kept, and its provider is not slowed down for it', async () => {
  at.write({ 'evals.config.yaml': config(', cache: false') });
  expect([(await ran()).asked, (await ran()).asked]).toEqual([6, 6]);
  expect(readdirSync(join(at.folder, '.evals')).sort()).toEqual(['.gitignore', 'runs']);
});

describe('stats and clear', () => {
  test('count what a run has kept, and remove it', async () => {
    expect((await at.run(['cache', 'stats'])).out).toContain('Nothing is kept yet');
    await ran();
    const { out } = await at.run(['cache', 'stats']);
    expect(out).toMatch(/^6 answers in \.evals\/store\.sqlite, .* on disk/);
    expect(out).toContain('openai-compatible:x  6 answers');
    expect((await at.run(['cache', 'clear'])).out).toMatch(/^6 answers removed\./);
    expect((await ran()).asked).toBe(6);
  });

  test.each([
    [['cache', 'clear', '--older-than', '30'], /30d or 12h/],
    [['cache', 'why', 'latest', 'c9'], /There is no case of run/],
    [['cache', 'why', 'yesterday', 'c1'], /There is no run "yesterday"/],
  ])('%j ends with 2', async (args, sentence) => {
    await ran();
    const { code, out, err } = await at.run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });
});

test('a file that is no database: the run goes on and says so once; clear makes a new one', async () => {
  await ran();
  const file = join(at.folder, '.evals', 'store.sqlite');
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  writeFileSync(file, 'no database at all\n'.repeat(300));
  const { code, asked, err } = await ran();
  expect([code, asked]).toEqual([0, 6]);
  expect(err.match(/The response cache is off/g)).toHaveLength(1);
  expect(err).toContain('"evals cache clear" makes a new one.');
  expect(await at.run(['cache', 'stats'])).toMatchObject({ code: 2, out: '' });
  expect((await at.run(['cache', 'clear'])).out).toContain('It was removed');
  expect([(await ran()).asked, (await ran()).asked]).toEqual([6, 0]);
});

test('runs at the same time share it, and one that is killed harms nothing', async () => {
  at.write({ 'evals/s.eval.yaml': suite('m', 300) });
  const killed = at.start(['run', '-q']);
  const others = [at.start(['run', '-q']), at.start(['run', '-q'])];
  while (server.asked.length < 400) await new Promise((resolve) => setTimeout(resolve, 5));
  killed.child.kill('SIGKILL');
  for (const { ended } of others) expect(await ended).toMatchObject({ code: 0, err: '' });
  expect((await ran()).asked).toBe(0);
});
