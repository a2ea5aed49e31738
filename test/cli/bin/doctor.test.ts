import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectProxy } from '../../servers/connect-proxy.ts';
import { deadPort } from '../../servers/dead-port.ts';
import { type FaultServer, faultServer } from '../../servers/fault-server.ts';
import { modelServer } from '../../servers/model-server.ts';
import { tlsServer } from '../../servers/tls-server.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';

const canary = 'sk-canary-4b1d90c2';
let bin: string;
let faults: FaultServer;
let at: TestProject | undefined;
beforeAll(async () => {
  bin = await builtBin();
  faults = await faultServer();
}, 120_000);
afterEach(() => at?.remove());
afterAll(() => faults.close());

type Told = {
  exitCode: number;
  sections: { name: string; findings: { level: string; code: string; text: string; next?: string }[] }[];
};

/** Runs the program for machines, in a project of these files; neither page may hold the canary. */
async function look(files: Record<string, string>, env: Record<string, string> = {}, ...flags: string[]) {
  at?.remove();
  at = project(bin, files);
  const [page, json] = await Promise.all([
    at.run(['doctor', ...flags], env),
    at.run(['doctor', '--json', ...flags], env),
  ]);
  expect(page.out + page.err + json.out + json.err).not.toContain(canary);
  expect([page.err, json.err]).toEqual(['', '']);
  const told = JSON.parse(json.out) as Told;
  expect([page.code, json.code]).toEqual([told.exitCode, told.exitCode]);
  const all = told.sections.flatMap(({ findings }) => findings);
  const one = (code: string) => all.filter((finding) => finding.code === code);
  return { page: page.out, code: told.exitCode, told, all, one };
}

/** A project whose one model is asked at this address. */
const asking = (baseUrl: string, use = 'openai-compatible:m-1', more = '') => ({
  'evals.config.yaml': `models: { m: { use: "${use}", baseUrl: "${baseUrl}"${more} } }\n`,
  'evals/s.eval.yaml': suite('m', 1),
});

describe('a folder with nothing in it', () => {
  test('is no error; the suite that it offers runs', async () => {
    const { page, code, one } = await look({});
    expect(code).toBe(0);
    expect(one('no-project')).toMatchObject([{ level: 'warning' }]);
    expect(page).toContain('1 warning.');
    const lines = one('no-project')[0]!.next!.split('\n').slice(1);
    at!.write({ 'evals/hello.eval.yaml': lines.map((line) => line.slice(2)).join('\n') });
    expect(await at!.run(['run'])).toMatchObject({ code: 0 });
    const after = await at!.run(['doctor']);
    expect(after.out).toContain('1 suite with 1 case');
    expect(after.out).toContain('.evals/ holds 1 run;');
  });

  test('nothing is written, and every section is there', async () => {
    const { told } = await look({});
    expect(told.sections.map(({ name }) => name)).toEqual(['Program', 'Project', 'Models', 'Runs and cache', 'Git', 'Terminal', 'Network']); // biome-ignore format: a list
    expect(execFileSync('ls', ['-A', at!.folder], { encoding: 'utf8' })).toBe('');
  });
});

describe('what is wrong in the files', () => {
  test('is what evals check says, and the rest is looked at all the same', async () => {
    const files = {
      ...asking(faults.at('good')),
      'evals/t.eval.yaml': suite('nosuch', 1).replace('suite: s', 'suite: t\nrepeet: 2'),
    };
    const { code, all, one, page } = await look(files);
    const checked = await at!.run(['check']);
    expect([code, checked.code]).toEqual([2, 2]);
    const codes = [...checked.err.matchAll(/^error\[([\w-]+)\]/gm)].map((match) => match[1]!);
    expect(codes.length).toBeGreaterThan(1);
    expect(all.filter(({ level }) => level === 'wrong').map((one) => one.code).sort()).toEqual(codes.sort()); // biome-ignore format: one line
    expect(one('model')).toMatchObject([{ text: expect.stringMatching(/^m \(openai-compatible:m-1\): /) }]);
    expect(page).toMatch(/✗ evals\/t\.eval\.yaml:\d+:\d+ /);
  });

  test('a config that cannot be read hides neither the machine nor a secret in it', async () => {
    const config = `models:\n  m: { use: "openai:x", headers: { x-api-key: "${canary}" } }\n  - "${canary}"\n`;
    const { code, one, told } = await look({ 'evals.config.yaml': config, 'evals/s.eval.yaml': suite('m', 1) }); // biome-ignore format: one line
    expect(code).toBe(2);
    expect(one('yaml-syntax').length).toBeGreaterThan(0);
    expect(told.sections).toHaveLength(7);
    expect(one('git')).toHaveLength(1);
  });
});

describe('keys', () => {
  const files = { 'evals/s.eval.yaml': suite('openai:gpt-5-mini', 1) };

  test('one that is missing is named, with what to do, and is for the user to mend', async () => {
    const { code, one } = await look(files, {}, '--offline');
    expect(code).toBe(2);
    expect(one('not-ready')).toMatchObject([
      { level: 'wrong', next: expect.stringContaining('set OPENAI_API_KEY') },
    ]);
  });

  test('one that is there is named; nothing of its value or length is said', async () => {
    const short = await look(files, { OPENAI_API_KEY: canary }, '--offline');
    const long = await look(files, { OPENAI_API_KEY: `${canary}${'x'.repeat(40)}` }, '--offline');
    expect(short.code).toBe(0);
    expect(short.one('model')).toMatchObject([
      { text: 'openai:gpt-5-mini: key in OPENAI_API_KEY, price known' },
    ]);
    const steady = (text: string) => text.replaceAll(/[\d.]+ [kMG]B/g, '').replaceAll(/evals-bin-\w+/g, '');
    expect(steady(long.page)).toBe(steady(short.page));
  });

  test('.env beside the config is read', async () => {
    const { code, one } = await look({ ...files, '.env': `OPENAI_API_KEY=${canary}\n` }, {}, '--offline');
    expect(code).toBe(0);
    expect(one('dot-env')).toHaveLength(1);
  });

  test.each([
    [`"${canary}"`, 'key-wrapped', 0],
    [` ${canary}`, 'key-wrapped', 0],
    [`${canary}\n`, 'key-not-sendable', 2],
  ])('%j: %s', async (key, problem, expected) => {
    const { code, one } = await look(files, { OPENAI_API_KEY: key }, '--offline');
    expect(code).toBe(expected);
    expect(one(problem)).toHaveLength(1);
  });

  test('of a model that no suite asks: a warning', async () => {
    const { code, one } = await look(
      { 'evals.config.yaml': 'models: { spare: { use: "anthropic:claude-haiku-4-5" } }', 'evals/s.eval.yaml': suite('embedded:echo', 1) },
      {}, '--offline',
    ); // biome-ignore format: one line
    expect(code).toBe(0);
    expect(one('not-ready')).toMatchObject([
      { level: 'warning', next: expect.stringContaining('ANTHROPIC_API_KEY') },
    ]);
  });

  test('a model of which the price list knows nothing', async () => {
    const unpriced = { 'evals/s.eval.yaml': suite('openai:gpt-nosuch', 1) };
    const { code, one } = await look(unpriced, { OPENAI_API_KEY: canary }, '--offline');
    expect(code).toBe(0);
    expect(one('no-price')).toHaveLength(1);
  });
});

describe('endpoints', () => {
  const key = { MY_KEY: canary };
  const keyed = ', keyFrom: MY_KEY';

  test('a list of models: the key is taken, and the models are there or not', async () => {
    const server = await modelServer({ key: canary, models: ['m-1', 'm-2:latest'] });
    const config = `models:\n${['m-1', 'm-2', 'm-11'].map((id) => `  a${id}: { use: "openai-compatible:${id}", baseUrl: "${server.url}/v1", keyFrom: MY_KEY }\n`).join('')}`;
    const { code, one } = await look({ 'evals.config.yaml': config, 'evals/s.eval.yaml': suite('am-1', 1) }, key); // biome-ignore format: one line
    expect(code).toBe(0);
    expect(one('reachable')).toMatchObject([
      {
        text: expect.stringMatching(
          /answers \(\d+ ms\) and lists its models; whether it takes the key in MY_KEY, a run will show$/,
        ),
      },
    ]);
    expect(one('model-not-listed')).toMatchObject([{ next: 'Did you mean "m-1"?' }]);
    // One question for three models, by each of the two runs.
    expect(server.asked).toEqual(['GET /v1/models', 'GET /v1/models']);
    await server.close();
  });

  test.each([
    ['openai:gpt-4o-mini', 'OPENAI_API_KEY', '/v1'],
    ['anthropic:claude-haiku-4-5', 'ANTHROPIC_API_KEY', ''],
    ['google:gemini-2.5-flash', 'GEMINI_API_KEY', ''],
  ])('a server that others wrote: %s', async (use, variable, path) => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    const { code, one, page } = await look(asking(mock.url + path, use), { [variable]: canary });
    await mock.stop();
    expect(code, page).toBe(0);
    expect([...one('reachable'), ...one('not-a-model-list'), ...one('no-model-list')]).toHaveLength(1);
  });

  test.each([
    ['openai:x', 'OPENAI_API_KEY', 'authorization'],
    ['anthropic:x', 'ANTHROPIC_API_KEY', 'x-api-key'],
    ['anthropic:x', 'ANTHROPIC_AUTH_TOKEN', 'authorization'],
    ['google:x', 'GEMINI_API_KEY', 'x-goog-api-key'],
  ])('the key goes where runs send it: %s, %s', async (use, variable, header) => {
    const server = await modelServer({ key: canary, models: ['x'], header });
    const { one } = await look(asking(`${server.url}/v1`, use), { [variable]: canary });
    expect(one('reachable')).toMatchObject([
      { text: expect.stringContaining(`takes the key in ${variable}`) },
    ]);
    const refused = await look(asking(`${server.url}/v1`, use), { [variable]: 'another-key' });
    expect([refused.code, refused.one('key-refused').length]).toEqual([2, 1]);
    await server.close();
  });

  test.each([
    ['status/401', 'key-refused', 2],
    ['status/403', 'key-forbidden', 0],
    ['status/404', 'no-model-list', 0],
    ['status/429', 'slow-down', 0],
    ['status/503', 'unwell', 0],
    ['status/302', 'sent-elsewhere', 2],
    ['status/418', 'reachable', 0],
    ['html-error', 'unwell', 0],
    ['html', 'not-a-model-list', 0],
    ['moved', 'sent-elsewhere', 2],
    ['other-json', 'not-a-model-list', 0],
    ['empty', 'not-a-model-list', 0],
    ['reset', 'closed-on-us', 3],
    ['not-http', 'not-http', 3],
    ['hang-before', 'silent', 3],
  ])('a server that answers with %s, and with the key: %s', async (fault, problem, expected) => {
    const { code, one, page } = await look(asking(faults.at(fault), undefined, keyed), key);
    expect(one(problem), page).toHaveLength(1);
    expect(code).toBe(expected);
  });

  test('without a key that is asked for', async () => {
    const { code, one } = await look(asking(faults.at('status/401')));
    expect([code, one('key-wanted').length]).toEqual([2, 1]);
  });

  test('nobody listens, nobody has the name, TLS fails', async () => {
    const port = await deadPort();
    const refused = await look(asking(`http://127.0.0.1:${port}/v1`));
    expect(refused.code).toBe(3);
    expect(refused.one('connection-refused')).toMatchObject([{ level: 'unreachable' }]);
    expect((await look(asking('http://nobody.invalid/v1'))).one('no-such-host')).toHaveLength(1);
    expect((await look(asking(`https://127.0.0.1:${faults.port}/v1`))).one('no-tls')).toHaveLength(1);
    const tls = await tlsServer();
    if (!tls) return console.log('skipped: a certificate of its own needs openssl');
    expect((await look(asking(`${tls.url}/v1`))).one('untrusted-certificate')).toHaveLength(1);
    await tls.close();
  });

  test('what no suite asks is a warning, and a server that is silent holds nobody longer than five seconds', async () => {
    const files = {
      'evals.config.yaml': `models:\n${['hang-before', 'hang-before/b', 'hang-before/c'].map((fault, index) => `  m${index}: { use: "openai-compatible:x", baseUrl: "${faults.at(fault)}" }\n`).join('')}`,
      'evals/s.eval.yaml': suite('embedded:echo', 1),
    };
    const start = performance.now();
    const { code, one } = await look(files);
    expect(performance.now() - start).toBeLessThan(9000);
    expect(code).toBe(0);
    expect(one('silent').map(({ level }) => level)).toEqual(['warning', 'warning', 'warning']);
  });

  test('an application of one’s own is asked nothing that it could take for work, and gets no header', async () => {
    const server = await modelServer({ key: '', models: [] });
    const use = `http:${server.url}/answer?key=${canary}`;
    const { code, one, page } = await look({
      'evals.config.yaml': `models: { m: { use: "${use}", headers: { authorization: "Bearer ${canary}" } } }`,
      'evals/s.eval.yaml': suite('m', 1),
    });
    expect(code, page).toBe(0);
    expect(one('reachable')).toMatchObject([
      { text: expect.stringMatching(/\/answer\?\[redacted\] answers/) },
    ]);
    expect(server.asked).toEqual(['OPTIONS /answer', 'OPTIONS /answer']);
    expect(JSON.stringify(server.headers)).not.toContain(canary);
    await server.close();
  });

  test('--offline asks nobody', async () => {
    const before = faults.asked.length;
    const { code, one } = await look(asking(faults.at('good')), {}, '--offline');
    expect([code, one('offline').length, faults.asked.length]).toEqual([0, 1, before]);
  });

  test('a proxy: named without its password; that it refuses is told of it', async () => {
    const proxy = await connectProxy(407);
    const HTTPS_PROXY = proxy.url.replace('//', `//ann:${canary}@`);
    const { code, one } = await look(asking('https://models.invalid/v1'), { HTTPS_PROXY });
    expect(code).toBe(3);
    expect(one('proxy')).toMatchObject([
      { text: expect.stringMatching(/^HTTPS_PROXY: http:\/\/\[redacted\]@127/) },
    ]);
    expect(one('proxy-refused')).toHaveLength(1);
    await proxy.close();
    const dead = await look(asking('https://models.invalid/v1'), { HTTPS_PROXY });
    expect(dead.one('proxy-unreached')).toHaveLength(1);
    const wrong = await look(asking('https://models.invalid/v1'), { HTTPS_PROXY: `ann:${canary}@host:1` });
    expect([wrong.code, wrong.one('proxy-address').length]).toEqual([2, 1]);
    expect((await look({}, { ALL_PROXY: 'socks5://host:1' })).one('all-proxy')).toHaveLength(1);
  });
});

describe('secrets', () => {
  test.each(['echo', 'status/401', 'status/400', 'status/302', 'reset', 'not-json'])(
    'keys, headers and logins are shown nowhere: %s',
    async (fault) => {
      const server = await modelServer({ key: '', models: [], isEcho: true });
      const base = fault === 'echo' ? server.url : faults.at(fault);
      const url = base.replace('//', `//${canary}:${canary}@`);
      const header = ['x-gateway', 'x-title', 'Cookie'].map((name) => `${name}: "${canary}"`).join(', ');
      const config = ['openai', 'anthropic', 'google', 'openai-compatible'].map(
        (name) =>
          `  ${name}: { use: "${name}:${canary}", baseUrl: "${url}", headers: { ${header}, x-env: "\${env:PLAIN}" }, keyFrom: PLAIN }\n`,
      );
      const files = {
        'evals.config.yaml': `models:\n${config.join('')}`,
        'evals/s.eval.yaml': suite('openai, anthropic, google, openai-compatible', 1),
      };
      const { one } = await look(files, { PLAIN: canary, HTTP_PROXY: '' });
      // Two of the four ask the same thing at the same place: once.
      expect(one('user-not-sent')).toHaveLength(3);
      await server.close();
    },
  );

  test('what a server calls its models obeys no terminal', async () => {
    const server = await modelServer({ key: '', models: ['m-1\u001b[31m', 'm-12', '::error::x'] });
    const { page, one } = await look(asking(`${server.url}/v1`));
    expect(page).not.toContain('\u001b');
    expect(one('model-not-listed')).toMatchObject([{ next: 'Did you mean "m-12"?' }]);
    await server.close();
  });
});

describe('the folder .evals', () => {
  const files = { 'evals/s.eval.yaml': suite('embedded:echo', 1) };

  test('is a file', async () => {
    const { code, one } = await look({ ...files, '.evals': 'x' });
    expect([code, one('not-a-folder').length]).toEqual([2, 1]);
  });

  test.skipIf(process.getuid?.() === 0)('may not be written to (skipped for root, who may)', async () => {
    at = project(bin, files);
    mkdirSync(join(at.folder, '.evals/runs'), { recursive: true });
    chmodSync(join(at.folder, '.evals'), 0o555);
    const { code, out } = await at.run(['doctor']);
    chmodSync(join(at.folder, '.evals'), 0o755);
    expect(code).toBe(2);
    expect(out).toContain('cannot be written to: you may not write there');
  });

  test('a lock of a process that is gone, and of one that is there', async () => {
    const lock = (pid: number) => JSON.stringify({ pid, startedAt: '2026-01-01T00:00:00.000Z' });
    const gone = '20260101-000000.000-aaaa';
    const here = '20260101-000000.000-bbbb';
    const { code, one } = await look({
      ...files,
      [`.evals/runs/${gone}/lock`]: lock(2 ** 22 + 1),
      [`.evals/runs/${here}/lock`]: lock(process.pid),
    });
    expect(code).toBe(0);
    expect(one('unfinished-run')).toMatchObject([
      { text: expect.stringContaining(gone), next: expect.stringContaining(`--resume ${gone}`) },
    ]);
    expect(one('run-under-way')).toMatchObject([{ text: expect.stringContaining(here) }]);
  });

  test('a cache that is no database, and one that is sound', async () => {
    const broken = await look({ ...files, '.evals/store.sqlite': 'this is no database, and longer than a header' });
    expect([broken.code, broken.one('cache-unusable').length]).toEqual([0, 1]);
    const empty = await look({ ...files, '.evals/store.sqlite': '' });
    expect(empty.one('cache')).toMatchObject([{ text: expect.stringContaining('is sound') }]);
  }); // biome-ignore format: one line

  test('what git does not ignore is said, a key file first of all', async () => {
    at = project(bin, { ...files, '.env': 'A=1\n', '.evals/runs/x': '' });
    const git = (...words: string[]) => execFileSync('git', words, { cwd: at!.folder, stdio: 'pipe' });
    git('init', '-q');
    const before = await at.run(['doctor']);
    expect(before.code).toBe(0);
    expect(before.out).toContain('Git does not ignore .evals/');
    expect(before.out).toContain('Git does not ignore .env, where keys are');
    writeFileSync(join(at.folder, '.gitignore'), '.env\n');
    writeFileSync(join(at.folder, '.evals/.gitignore'), '*\n');
    const after = await at.run(['doctor']);
    expect(after.out).toContain('✓ Git ignores .evals/');
    expect(after.out).toContain('✓ Git ignores .env');
  });

  test('without git on the path', async () => {
    const { code, one } = await look(files, { PATH: '/nowhere' });
    expect([code, one('no-git').length]).toEqual([0, 1]);
  });
});

test('without a terminal there are no colours, no cursor tricks and no broken lines, unless colours are asked for', async () => {
  const missing = asking('http://127.0.0.1:9/v1', 'openai:x');
  const { page } = await look(missing, { CI: 'true' }, '--offline');
  expect(page).not.toContain('\u001b');
  expect(page).not.toContain('\r');
  expect(page).toMatch(/^ {4}→ It needs a key: set OPENAI_API_KEY in the environment, or .*$/m);
  const colored = await look(missing, { FORCE_COLOR: '1' }, '--offline');
  expect(colored.page).toContain('\u001b[');
  const ended: Ended = await at!.run(['doctor', '--nosuch']);
  expect(ended).toMatchObject({ code: 2, out: '' });
});
