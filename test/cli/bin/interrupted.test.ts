import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { type Behaviour, type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let at: TestProject;
let server: SlowServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

async function made(
  count: number,
  behaviour: Behaviour,
  limits = '{ concurrency: 4 }',
  more = '',
): Promise<void> {
  server = await slowServer(behaviour);
  at = project(bin, {
    'evals.config.yaml': `models: { m: { use: "openai-compatible:x", baseUrl: "${server.url}", price: { input: 1, output: 1 } } }\nlimits: { openai-compatible: ${limits} }\n${more}`,
    'evals/s.eval.yaml': suite('m', count),
  });
}

/** Until the server was asked so often. */
async function until(count: number): Promise<void> {
  for (let turn = 0; server.asked.length < count && turn < 400; turn++) await pause(25);
  expect(server.asked.length).toBeGreaterThanOrEqual(count);
}

async function reported() {
  const { code, out } = await at.run(['report', '--reporter', 'json']);
  return { code, ...(JSON.parse(out) as Summary & { rows: unknown[] }) };
}

describe('Ctrl-C', () => {
  test('once: what is under way is finished, kept and reported; 130; the next step is named', async () => {
    await made(60, { ms: 150 });
    const { child, ended } = at.start(['run']);
    await until(10);
    child.kill('SIGINT');
    const asked = server.asked.length;
    const { code, out, err } = await ended;
    expect(code).toBe(130);
    expect(server.asked.length).toBeLessThanOrEqual(asked + 1);
    expect(at.latest().rows()).toHaveLength(server.asked.length);
    expect(err).toContain('Press Ctrl-C again');
    expect(out).toContain(`${60 - server.asked.length} planned trials did not run`);
    expect(err).toContain(`evals show ${at.latest().id}`);
    expect(err).toContain(`evals run --resume ${at.latest().id}`);
    const again = await reported();
    expect(again).toMatchObject({ code: 3, missing: 60 - server.asked.length, interrupted: true });
  });

  test('twice: what is under way is given up at once, and the journal can be read', async () => {
    await made(60, { ms: 400 });
    const { child, ended } = at.start(['run']);
    await until(6);
    await pause(100);
    const start = performance.now();
    child.kill('SIGINT');
    await pause(60);
    child.kill('SIGINT');
    const { code } = await ended;
    expect(code).toBe(130);
    expect(performance.now() - start).toBeLessThan(400);
    const again = await reported();
    expect(again.rows.length).toBeGreaterThanOrEqual(4);
    expect(again.missing).toBe(60 - again.rows.length);
  });

  test('does not wait for another attempt', async () => {
    await made(3, { first: 429 });
    const { child, ended } = at.start(['run']);
    await until(3);
    await pause(100);
    const start = performance.now();
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(performance.now() - start).toBeLessThan(700);
    expect(server.asked).toHaveLength(3);
    expect(at.latest().rows()).toEqual([]);
  });

  test('ends a run of models in this process', async () => {
    await made(1, {});
    at.write({
      'evals/s.eval.yaml': suite('module:./busy.mjs', 3000),
      'busy.mjs':
        'export default () => { const end = Date.now() + 2; while (Date.now() < end); return "30 days"; };',
    });
    const { child, ended } = at.start(['run']);
    await begun(child);
    child.kill('SIGINT');
    const { code } = await ended;
    expect(code).toBe(130);
    const { missing, rows } = await reported();
    expect(missing).toBeGreaterThan(100);
    expect(rows.length + missing).toBe(3000);
  });
});

/** Until the first rows are on disk. */
async function begun(child: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    await pause(25);
    try {
      if (at.latest().rows().length > 20) return;
    } catch {
      expect(child.exitCode).toBeNull();
    }
  }
}

test('kill -9 costs what was under way: whole rows, reported from the journal alone, 3', async () => {
  await made(200, { ms: 20 });
  const { child, ended } = at.start(['run']);
  await begun(child);
  child.kill('SIGKILL');
  expect((await ended).signal).toBe('SIGKILL');
  const rows = at.latest().rows();
  expect(server.asked.length - rows.length).toBeLessThanOrEqual(5);
  const { code, missing, suites } = await reported();
  expect(code).toBe(3);
  expect(missing).toBe(200 - rows.length);
  expect(suites[0]!.arms[0]!.counts.passed).toBe(rows.length);
  expect((await at.run(['runs', 'list'])).out).toContain('not finished');
  expect((await at.run(['show', 'latest', rows[0]!.case])).out).toContain('30 days');
});

describe('what cannot be written', () => {
  test('from the start: nothing is asked, 2', async () => {
    await made(3, {});
    writeFileSync(join(at.folder, '.evals'), '');
    const { code, err } = await at.run(['run']);
    expect(code).toBe(2);
    expect(err).toContain('run-not-writable');
    expect(server.asked).toEqual([]);
  });

  test('as the folder was removed: nothing more is asked, 3, and it is said', async () => {
    await made(100, { ms: 50 });
    const { child, ended } = at.start(['run']);
    await begun(child);
    rmSync(join(at.folder, '.evals'), { recursive: true });
    const { code, err } = await ended;
    expect(code).toBe(3);
    expect(err).toMatch(/removed/);
    expect(server.asked.length).toBeLessThan(80);
  });

  test('as a report has no place: the others are there, and the run does not pass', async () => {
    await made(2, {});
    mkdirSync(join(at.folder, 'taken.xml'));
    const { code, out, err } = await at.run(['run', '--reporter', 'junit=taken.xml,terminal,json=r.json']);
    expect(code).toBe(3);
    expect(err).toContain('taken.xml');
    expect(err).toContain('json: r.json');
    expect(out).toContain('PASS');
  });
});

describe('a budget', () => {
  // One answer of the server costs (20 + 9) tokens at a dollar a million: 0.000029.
  test('that is reached stops the asking, 4, and says what was left out', async () => {
    await made(40, { ms: 10 }, '{ concurrency: 2 }', 'budget: { run: 0.00029 }');
    const { code, err, out } = await at.run(['run']);
    expect(code).toBe(4);
    expect(server.asked.length).toBeGreaterThanOrEqual(8);
    expect(server.asked.length).toBeLessThanOrEqual(10);
    expect(err).toContain(`${40 - server.asked.length} planned trials did not run`);
    expect(err).toContain('budget');
    expect(out).toContain('INCOMPLETE');
  });

  test('that is enough changes nothing', async () => {
    await made(5, {}, '{ concurrency: 2 }', 'budget: { run: 1 }');
    expect(await at.run(['run'])).toMatchObject({ code: 0, err: '' });
  });

  test('that cannot be kept, as the server does not count, is said', async () => {
    await made(40, { ms: 10, usage: false }, '{ concurrency: 2 }', 'budget: { run: 1 }');
    const { code, err } = await at.run(['run']);
    expect(code).toBe(4);
    expect(err).toMatch(/no budget of dollars can be kept/);
    expect(server.asked.length).toBeLessThan(10);
  });
});
