import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let at: TestProject;
let server: SlowServer;
const canary = 'sk-canary-77aa10';
beforeAll(async () => {
  bin = await builtBin();
  server = await slowServer();
  at = project(bin, {
    'evals.config.yaml': `models: { net: { use: "openai-compatible:x", baseUrl: "${server.url}" } }`,
    '.env': `OPENAI_API_KEY=${canary}\n`,
    'evals/s.eval.yaml': suite('module:./app.mjs', 6, 'gate: { floor: { pass: 20 } }'),
    'evals/far.eval.yaml': suite('net', 2).replace('suite: s', 'suite: far'),
    // A model that says what it must not know, red on a terminal, and fails now and then.
    'app.mjs': `export default ({ case: { id } }) => ({ text: (id === 'c3' ? 'no' : '30 days') + ' \\u001b[31m${canary}' });`,
    'grader.mjs':
      'export default ({ case: id }) => { if (id === "c1") process.exit(0); console.log("looked at", id); return true; };',
  });
}, 120_000);
afterAll(async () => {
  at.remove();
  await server.close();
});

const ids = () => at.latest().id;

test('the report from the journal is the report that was shown, and the exit codes agree', async () => {
  const live = await at.run(['run', 's', '--reporter', 'json']);
  const again = await at.run(['report', '--reporter', 'json']);
  expect(live.code).toBe(0);
  expect([again.code, again.err]).toEqual([0, '']);
  expect(JSON.parse(live.out)).toEqual(JSON.parse(again.out));
  expect(live.err).not.toContain('{');
  expect(JSON.parse(live.out).suites[0].arms[0].counts).toMatchObject({ passed: 5, failed: 1 });
  for (const reporter of ['terminal', 'markdown', 'junit', 'github']) {
    const one = await at.run(['report', '--reporter', reporter]);
    expect(one.code).toBe(0);
    expect(one.out).not.toContain(canary);
    expect(one.out).not.toContain('\u001b');
  }
  expect(at.latest().text()).not.toContain(canary);
});

test('several reporters: stdout holds what belongs there, files the others', async () => {
  const { code, out } = await at.run(['run', 's', '--reporter', 'terminal,junit=out/deep/r.xml,json=r.json']);
  expect(code).toBe(0);
  expect(out).toContain('PASS');
  expect(readFileSync(join(at.folder, 'out/deep/r.xml'), 'utf8')).toContain('<testsuite');
  expect(JSON.parse(readFileSync(join(at.folder, 'r.json'), 'utf8')).run).toBe(ids());
});

test('--dry-run asks nothing and leaves nothing', async () => {
  const before = ids();
  const { code, out } = await at.run(['run', '--dry-run']);
  expect(code).toBe(0);
  expect(out).toContain('Nothing was asked');
  expect(ids()).toBe(before);
  expect(server.asked).toEqual([]);
});

test('--offline refuses a model of the network before the first trial, and lets the others run', async () => {
  const before = ids();
  const refused = await at.run(['run', '--offline']);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('offline-model');
  expect(server.asked).toEqual([]);
  expect(ids()).toBe(before);
  expect((await at.run(['run', 's', '--offline'])).code).toBe(0);
});

test('a grader of one’s own that ends its process leaves its trial ungraded; what it prints stays off stdout', async () => {
  at.write({
    'evals/own.eval.yaml': suite('module:./app.mjs', 4, '')
      .replace('suite: s', 'suite: own')
      .replace('contains: "30 days"', 'module: ../grader.mjs'),
  });
  const { code, out, err } = await at.run(['run', 'own', '--reporter', 'json']);
  const [arm] = JSON.parse(out).suites[0].arms;
  expect(arm.counts).toMatchObject({ passed: 3, ungraded: 1 });
  expect(code).toBe(3);
  expect(err).toContain('looked at c2');
});

describe('looking at runs', () => {
  beforeAll(async () => {
    await at.run(['run', 's', '--quiet']);
  });

  test('runs list: the newest first', async () => {
    const { out } = await at.run(['runs', 'list']);
    expect(out.split('\n')[0]).toMatch(new RegExp(`^${ids()}  s 83\\.3 % PASS$`));
    expect((await at.run(['runs', 'list', '-n', '1'])).out).toMatch(/and \d+ older runs/);
    expect(await at.run(['runs', 'list', '-n', 'many'])).toMatchObject({ code: 2 });
  });

  test('show: the run, a case, the rows', async () => {
    expect((await at.run(['show', 'latest'])).out).toContain('83.3 %');
    const page = await at.run(['show', ids().slice(-4), 'c3']);
    expect(page.out).toContain('FAILED');
    expect(page.out).toContain('[redacted]');
    expect(page.out).not.toContain('\u001b');
    const rows = (await at.run(['show', 'latest', 'c*', '--json'])).out.trim().split('\n');
    expect(rows.map((row) => JSON.parse(row).case).sort()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
    expect(await at.run(['show', 'latest', 'c9'])).toMatchObject({ code: 2, out: '' });
  });

  test('a reader that goes away is no error', async () => {
    const shell = spawn(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" show latest --json | head -1; echo done`],
      { cwd: at.folder },
    );
    const parts: string[] = [];
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (bytes) => parts.push(String(bytes)));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(parts.join('')).toMatch(/^\{.*\}\ndone\n$/s);
  });

  test.each([
    ['no terminal', {}, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR wins', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('colours: %s', async (_, env, isColorful) => {
    const { out } = await at.run(['show', 'latest'], env);
    expect(out.includes('\u001b[')).toBe(isColorful);
  });
});

describe('a command line that is wrong ends with 2 and says how it is right', () => {
  test.each([
    [['runn'], /run/],
    [['run', '--offlin'], /--offline/],
    [['run', 'nosuch'], /nosuch/],
    [['run', '--reporter', 'jso'], /json/],
    [['run', '--repeat', 'x'], /--repeat/],
    [['run', '--case', 'nothing*'], /nothing-selected|Nothing is selected/],
    [['show', 'yesterday'], /runs list/],
    [['show'], /run/],
    [[], /Usage: evals/],
  ])('%j', async (args, hint) => {
    const { code, out, err } = await at.run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(hint);
    expect(err).not.toContain('mistake in evals');
  });
});

test.each([['--help'], ['run', '--help'], ['runs', 'list', '--help'], ['--version']].map((args) => [args]))(
  '%j is read on stdout and ends with 0',
  async (args) => {
    const { code, out, err } = await at.run(args);
    expect([code, err]).toEqual([0, '']);
    expect(out.length).toBeGreaterThan(4);
  },
);

test('what is left open in a module of the user’s does not hold the process; what crashes there ends with 3', async () => {
  at.write({
    'evals/open.eval.yaml': suite('module:./open.mjs', 2).replace('suite: s', 'suite: open'),
    'open.mjs': 'setInterval(() => {}, 1000); export default () => "30 days";',
    'evals/crash.eval.yaml': suite('module:./crash.mjs', 2).replace('suite: s', 'suite: crash'),
    'crash.mjs':
      'export default () => { setTimeout(() => { throw new Error("nobody caught me"); }); return new Promise(() => {}); };',
  });
  expect((await at.run(['run', 'open'])).code).toBe(0);
  const crashed = await at.run(['run', 'crash']);
  expect(crashed.code).toBe(3);
  expect(crashed.err).toContain('nobody caught me');
  expect(crashed.err).toContain('evals run --resume');
  expect(existsSync(at.latest().folder)).toBe(true);
});
