import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultServer } from '../../servers/fault-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: Server;
let asked: string[];
let isEchoing: boolean;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await closed();
});

const key = 'canary-0a1b2c3d4e5f';
const file = 'evals/cassettes/s.jsonl';
/** Loaded before the program: whoever opens a socket or looks up a host ends it. */
const noSockets = `for (const [name, method] of [['net', 'connect'], ['dns', 'lookup'], ['dgram', 'createSocket']])
  require('node:' + name)[method] = () => process.kill(process.pid, 'SIGKILL');
require('node:net').Socket.prototype.connect = require('node:net').connect;\n`;

/** A chat completions server: right, wrong, refusing, with a call, by the question; it gives the key back, and is slow when told. */
async function served(ms = 0): Promise<string> {
  asked = [];
  isEchoing = true;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      const { messages } = JSON.parse(body);
      const question = messages.at(-1).content as string;
      const time = asked.filter((one) => one === question).length;
      asked.push(question);
      const reply = (status: number, value: object) =>
        setTimeout(
          () =>
            response
              .writeHead(status, { 'content-type': 'application/json', 'x-request-id': String(asked.length) })
              .end(JSON.stringify(value)),
          ms,
        );
      if (question.includes('broken'))
        return reply(400, { error: { message: `no such thing, ${request.headers.authorization}` } });
      const content =
        question.includes('flaky') && time % 2 === 1
          ? 'No.'
          : `30 days ${isEchoing ? request.headers.authorization : ''}`;
      const call = {
        id: `call_${asked.length}`,
        type: 'function',
        function: { name: 'look_up', arguments: '{"order":12}' },
      };
      const tool_calls = question.includes('tool') ? [call] : undefined;
      return reply(200, {
        id: `c${asked.length}`, created: Date.now(), model: 'served-1', system_fingerprint: `fp_${asked.length}`,
        choices: [{ index: 0, message: { role: 'assistant', content, tool_calls }, finish_reason: tool_calls ? 'tool_calls' : 'stop' }],
        usage: { prompt_tokens: 20, completion_tokens: 9, total_tokens: 29, prompt_tokens_details: { cached_tokens: asked.length } },
      }); // biome-ignore format: a body
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

async function closed(): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

const questions = ['plain', 'tool', 'flaky', 'broken', 'line\u2028end'];
const policy = 'You answer by this policy. '.repeat(60);
const prompt = (words: string) =>
  `---\ninputs: [message]\nsettings: { stream: false }\n---\n<system>\n${policy}${words}\n</system>\n<user>\n{{ message }}\n</user>\n`;
const suite = (name: string, more = '') =>
  `suite: ${name}\nprompts: [p@v1, p@v2]\nmodels: [m, embedded:echo]\nrepeat: 3\ngraders: [{ contains: "30 days" }]\ngate: { floor: { pass: 1 }, errors: 50% }\n${more}cases:\n${questions
    .map((question, index) => `  - { id: c${index}, vars: { message: ${JSON.stringify(question)} } }`)
    .join('\n')}\n`;

async function made(more: Record<string, string> = {}, ms = 0): Promise<void> {
  const url = await served(ms);
  at = project(bin, {
    'evals.config.yaml': `models: { m: { use: "openai:gpt-5-mini", settings: { stream: false } } }\nlimits: { openai: { concurrency: 4 } }\n`,
    'prompts/p/v1.md': prompt('Be kind.'),
    'prompts/p/v2.md': prompt('Be brief.'),
    'evals/s.eval.yaml': suite('s'),
    'evals/t.eval.yaml': suite('t'),
    'no-sockets.cjs': noSockets,
    '.env': `OPENAI_API_KEY=${key}\nOPENAI_BASE_URL=${url}\n`,
    ...more,
  });
}

const cassette = () => readFileSync(join(at.folder, file), 'utf8');
const record = (...more: string[]) => at.run(['run', '--record', file, '--cache', 'off', ...more]);

/** As on a fork: no `.env`, no server, and no socket may be opened. */
async function replay(...more: string[]) {
  await closed();
  writeFileSync(join(at.folder, '.env'), '');
  return at.run(['run', '--replay', file, ...more], {
    NODE_OPTIONS: `--require ${JSON.stringify(join(at.folder, 'no-sockets.cjs'))}`,
  });
}

const statuses = () =>
  Object.fromEntries(
    at
      .latest()
      .rows()
      .map((row) => [row.id, [row.status, row.score, row.outcome.status, row.outcome.source]]),
  );
const withSource = (rows: ReturnType<typeof statuses>, source: string | undefined) =>
  Object.fromEntries(
    Object.entries(rows).map(([id, row]) => [
      id,
      id.includes('embedded') ? row : [...row.slice(0, 3), source],
    ]),
  );

describe('a recording', () => {
  test('is replayed without key, server and sockets: the same trials, statuses and exit code', async () => {
    await made();
    const first = await record();
    expect(first.err).toContain(`Recorded 48 answers in ${file}.`);
    expect(first.err).toContain('holds 12 failed requests');
    const recorded = statuses();
    expect(Object.keys(recorded)).toHaveLength(2 * 2 * 2 * 3 * 5);
    expect(new Set(Object.values(recorded).map(([status]) => status))).toEqual(
      new Set(['passed', 'failed', 'errored']),
    );
    const again = await replay('--offline');
    expect(again.err).toBe('');
    expect(again.code).toBe(first.code);
    expect(statuses()).toEqual(withSource(recorded, 'cassette'));
    const errored = at
      .latest()
      .rows()
      .find((row) => row.id.startsWith('s/c3#') && row.status === 'errored');
    expect(errored?.outcome).toMatchObject({
      failure: { kind: 'request', message: expect.stringContaining('400') },
      attempts: [],
    });
  }, 30_000);

  test('is the same file when the same is answered again, and holds no secret', async () => {
    await made();
    await record();
    const before = cassette();
    asked = [];
    await record();
    expect(cassette()).toBe(before);
    expect(before).not.toContain(key);
    expect(before).not.toMatch(/call_\d|fp_\d|127\.0\.0\.1|cached/);
    expect(before.split(policy)).toHaveLength(3);
    expect(before.split('\n').filter(Boolean)).toHaveLength(1 + 2 + 60);
    expect(at.latest().text()).not.toContain(key);
  }, 30_000);

  test('has what came from the cache too', async () => {
    await made();
    // What holds a secret is not kept in the cache.
    isEchoing = false;
    await at.run(['run', '--record', file]);
    const before = cassette();
    asked = [];
    expect((await at.run(['run', '--record', file])).err).toContain('Recorded 48 answers');
    expect(new Set(asked)).toEqual(new Set(['broken']));
    expect(cassette()).toBe(before);
  }, 30_000);

  test('of one suite, or of chosen cases, leaves the others as they were', async () => {
    await made();
    await record();
    const before = cassette();
    expect((await record('s', '--case', 'c0')).err).toContain('Recorded 6 answers');
    expect((await record('t')).err).toContain('kept 30 from before');
    expect(cassette().split('\n')).toHaveLength(before.split('\n').length);
    expect((await replay()).err).toBe('');
  }, 30_000);

  test('that was stopped has what was answered, keeps what was there, and says so', async () => {
    await made({}, 60);
    await record('s', '--model', 'm', '--case', 'c0');
    const { child, ended } = at.start(['run', 's', '--model', 'm', '--record', file, '--cache', 'off']);
    for (let turn = 0; asked.length < 14 && turn < 400; turn++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/has no new answer for \d+ planned trials, which did not run/);
    const entries = cassette()
      .split('\n')
      .filter((line) => line.startsWith('{"suite"'));
    expect(entries.length).toBeGreaterThanOrEqual(asked.length - 6);
    expect(entries.length).toBeLessThan(30);
    expect(existsSync(`${join(at.folder, file)}.new`)).toBe(false);
    expect(existsSync(join(at.latest().folder, 'cassette.jsonl'))).toBe(false);
  }, 30_000);

  test('never lies over another file, and asks nothing then', async () => {
    await made({ [file]: '{"id":"a"}\n' });
    const { code, err } = await record();
    expect(code).toBe(2);
    expect(err).toContain('is no cassette');
    expect(asked).toEqual([]);
  });
});

describe('a replay', () => {
  test('of an edited prompt is refused: how it differs, how many, and what to do; nothing is written', async () => {
    await made();
    await record();
    const runs = at.latest().id;
    at.write({ 'prompts/p/v2.md': prompt('Be short.') });
    const { code, err } = await replay();
    expect(code).toBe(2);
    expect(err).toMatch(/messages\[0\]\.content was "….*Be brief\." and is "….*Be short\." now/);
    expect(err).toContain(`30 planned requests of 60 are not in the cassette "${file}"`);
    expect(err).toContain(`evals run --record ${file}`);
    expect(at.latest().id).toBe(runs);
  }, 30_000);

  test('that asks less says what nothing asks for any more, unless it was narrowed', async () => {
    await made();
    await record();
    at.write({ 'evals/t.eval.yaml': suite('t').replace(/ {2}- \{ id: c4[^\n]*\n/, '') });
    expect((await replay('s')).err).toBe('');
    expect((await replay('t', '--case', 'c1')).err).toBe('');
    const { err } = await replay();
    expect(err).toContain('holds 6 answers that nothing asks for any more');
  }, 30_000);

  test('of a file that is not there, cut off or newer is refused', async () => {
    await made();
    expect(await replay()).toMatchObject({ code: 2, err: expect.stringContaining('There is no cassette') });
    at.write({ [file]: '{"schemaVersion":9,"kind":"evals cassette"}\n' });
    expect(await replay()).toMatchObject({ code: 2, err: expect.stringContaining('newer evals') });
    at.write({ [file]: '{"schemaVersion":1,"kind":"evals cassette"}\n{"suite":"s","ca' });
    expect(await replay()).toMatchObject({ code: 2, err: expect.stringContaining('cut off in line 2') });
  });
});

test('fallbacks are recorded each by itself, and answer in the replay as they did', async () => {
  const config = (url: string) =>
    `models:\n  bad: { use: "openai-compatible:x", baseUrl: "${url}/none" }\n  good: { use: "openai-compatible:y", baseUrl: "${url}", settings: { stream: false } }\n  m: { use: bad, fallback: [good] }\nlimits: { openai-compatible: { retries: 0 } }\n`;
  await made();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  at.write({
    'evals.config.yaml': config(url),
    'evals/s.eval.yaml': suite('s').replace('gate: {', 'gate: { fallback: count,'),
  });
  const first = await record('s', '--model', 'm');
  const recorded = statuses();
  const again = await replay('s', '--model', 'm');
  expect(again).toMatchObject({ code: first.code, err: '' });
  expect(statuses()).toEqual(withSource(recorded, 'cassette'));
}, 30_000);

test('the trap for sockets works: a run that asks falls into it', async () => {
  await made();
  const trap = { NODE_OPTIONS: `--require ${JSON.stringify(join(at.folder, 'no-sockets.cjs'))}` };
  expect(await at.run(['run', '--cache', 'off'], trap)).toMatchObject({ signal: 'SIGKILL' });
  expect(asked).toEqual([]);
});

test('every provider that is asked has its answers on the cassette: keys, servers, modules and commands may be gone', async () => {
  await made();
  const faults = await faultServer();
  const url = faults.at('good/v1');
  const use = {
    openai: `{ use: "openai:x", baseUrl: "${url}" }`,
    responses: `{ use: "openai:x", baseUrl: "${url}", api: responses }`,
    anthropic: `{ use: "anthropic:x", baseUrl: "${url}" }`,
    google: `{ use: "google:m", baseUrl: "${url}" }`,
    compatible: `{ use: "openai-compatible:x", baseUrl: "${url}" }`,
    package: `{ use: "@ai-sdk/openai:x", baseUrl: "${url}", keyFrom: OPENAI_API_KEY }`,
    http: `{ use: "http:${faults.at('good/v1/chat/completions')}", response: "choices[0].message.content" }`,
    module: '{ use: "module:./app.mjs" }',
    exec: '{ use: "exec:node bot.mjs" }',
  };
  at.write({
    'evals.config.yaml': `models:\n${Object.entries(use)
      .map(([name, model]) => `  ${name}: ${model}`)
      .join('\n')}\n`,
    'evals/s.eval.yaml': `suite: s\nmodels: [${Object.keys(use)}]\ngraders: [{ contains: "30 days" }]\ncases: [{ id: a, vars: { input: hello } }]\n`,
    'app.mjs': 'export default () => "30 days";\n',
    'bot.mjs': `import { createInterface } from 'node:readline';\nfor await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify({ id: JSON.parse(line).id, text: '30 days' }));\n`,
    '.env': `OPENAI_API_KEY=${key}\nANTHROPIC_API_KEY=${key}\nGEMINI_API_KEY=${key}\n`,
  });
  rmSync(join(at.folder, 'evals/t.eval.yaml'));
  const first = await record();
  await faults.close();
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('Recorded 9 answers') });
  const recorded = statuses();
  expect(Object.values(recorded).map(([status]) => status)).toEqual(Array(9).fill('passed'));
  expect(cassette()).not.toContain(key);
  expect(cassette()).not.toMatch(/req_7|fp_1|call_1/);
  for (const name of ['app.mjs', 'bot.mjs']) rmSync(join(at.folder, name));
  expect(await replay()).toMatchObject({ code: 0, err: '' });
  expect(statuses()).toEqual(withSource(recorded, 'cassette'));
}, 30_000);
