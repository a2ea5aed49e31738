import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EchoServer, echoServer } from '../../servers/echo-server.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';

/** A secret that resembles nothing else; `more` are signs that look otherwise in JSON, in an address, in XML. */
const canary = (name: string, more = '') =>
  `sk-${createHash('sha256').update(name).digest('base64url').replace(/[-_]/g, 'x').slice(0, 24)}${more}`;
const awkward = '"\\+/=&<%z';

const canaries = {
  openai: canary('openai', awkward),
  anthropic: canary('anthropic', awkward),
  google: canary('google', awkward),
  keyFrom: canary('keyFrom', awkward),
  header: canary('header', awkward),
  literal: canary('literal'),
  basic: Buffer.from(`me:${canary('basic')}`).toString('base64'),
  userinfo: canary('userinfo'),
  query: canary('query'),
  dotenv: canary('dotenv'),
  local: canary('local', awkward),
};
const env = {
  OPENAI_API_KEY: canaries.openai,
  ANTHROPIC_API_KEY: canaries.anthropic,
  GOOGLE_GENERATIVE_AI_API_KEY: canaries.google,
  LLM_DOOR: canaries.keyFrom,
  MY_OWN: canaries.header,
  LOCAL_TOKEN: canaries.local,
};

/** Every piece of ten characters that would give a part of a secret away, plain or in the usual encodings. */
const pieces = new Map<string, string>();
for (const [name, secret] of Object.entries(canaries)) {
  const raw = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1);
  const shifted = Buffer.from(`me:${secret}`).toString('base64').slice(4).replace(/=+$/, '').slice(0, -1);
  for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), raw, shifted])
    for (let at = 0; at + 10 <= form.length; at++) pieces.set(form.slice(at, at + 10), name);
}
// What all of them begin with, and end with, tells nothing.
for (const piece of pieces.keys()) if (!/[A-Za-z0-9]{7}/.test(piece)) pieces.delete(piece);

function found(text: string): string[] {
  const names = new Set<string>();
  for (let at = 0; at + 10 <= text.length; at++) {
    const name = pieces.get(text.slice(at, at + 10));
    if (name) names.add(`${name}: …${text.slice(Math.max(0, at - 60), at + 30)}…`);
    if (names.size > 0) break;
  }
  return [...names];
}

let bin: string;
let server: EchoServer;
let at: TestProject | undefined;
beforeAll(async () => {
  bin = await builtBin();
  server = await echoServer(Object.values(canaries));
}, 120_000);
afterAll(() => server.close());
afterEach(() => at?.remove());

/** Every file of the project that was not there from the start, as text. */
function written({ folder }: TestProject, given: readonly string[]): [name: string, text: string][] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => !given.includes(name) && statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);
}

const screen = ({ out, err }: Ended) => `${out}\n${err}`;
const limits = ['openai', 'anthropic', 'google', 'openai-compatible', 'http', 'module', 'exec']
  .map((name) => `  ${name}: { retries: 1, timeout: 5s }`)
  .join('\n');
const reporters = 'terminal,json=r/json.json,junit=r/junit.xml,markdown=r/markdown.md,github=r/github.md';

/** What else shows something of a run or of the models. */
const long = [
  ['runs', 'list'],
  ...['terminal', 'json', 'junit', 'markdown', 'github'].map((name) => ['report', '--reporter', name]),
  ['run', '--dry-run'],
  ['check'],
];

/** Looks through all that a project shows and writes, by the command that runs it, and by the others. */
async function everything(files: Record<string, string>, isLong = false) {
  at = project(bin, files);
  const ran = await at.run(['run', '--record', 'r/cassette.jsonl', '--reporter', reporters], env);
  const texts: [string, string][] = [['run', screen(ran)]];
  expect([0, 1, 3], ran.err).toContain(ran.code);
  const rows = at.latest().rows();
  const commands = isLong
    ? [...long, ...rows.slice(0, 3).map(({ id }) => ['show', 'latest', id])]
    : [['report']];
  for (const command of commands) texts.push([command.join(' '), screen(await at.run(command, env))]);
  texts.push(...written(at, Object.keys(files)));
  return { ran, rows, leaks: texts.flatMap(([name, text]) => found(text).map((leak) => `${name}: ${leak}`)) };
}

const base = (way: string) => `http://127.0.0.1:${server.port}/${way}/v1`;

describe('no key is in any file or on the screen, whatever a server does with it', () => {
  const kinds: [name: string, secrets: (keyof typeof canaries)[], model: (way: string) => string][] = [
    ['openai', ['openai'], (way) => `use: "openai:gpt-5-mini", baseUrl: "${base(way)}"`],
    ['anthropic', ['anthropic'], (way) => `use: "anthropic:claude-haiku-4-5", baseUrl: "${base(way)}"`],
    ['google', ['google'], (way) => `use: "google:gemini-2.5-flash", baseUrl: "${base(way)}"`],
    [
      'compatible',
      ['keyFrom', 'header'],
      (way) =>
        `use: "openai-compatible:x", baseUrl: "${base(way)}", keyFrom: LLM_DOOR, headers: { x-other: "\${env:MY_OWN}" }`,
    ],
    [
      'http',
      ['literal', 'header', 'basic', 'query'],
      (way) =>
        `use: "http:${base(way)}?api_key=${canaries.query}", headers: { x-api-token: "${canaries.literal}", authorization: "Basic ${canaries.basic}", x-more: "v=\${env:MY_OWN}" }`,
    ],
    [
      'address',
      ['query'],
      (way) => `use: "http:${base(way).replace('//', `//me:${canaries.userinfo}@`)}?token=${canaries.query}"`,
    ],
    [
      'userinfo',
      [], // A password in the address is not sent by this one.
      (way) =>
        `use: "openai-compatible:x", baseUrl: "http://me:${canaries.userinfo}@127.0.0.1:${server.port}/${way}/v1"`,
    ],
  ];

  // All of them as the models of one run: a process for each would take its time.
  test('each kind of endpoint, each way of giving back what it was sent, and an address where nobody listens', async () => {
    const models = kinds.flatMap(([kind, , model]) => [
      ...server.ways.map((way) => [`${kind}-${way}`, model(way)]),
      ...(model('x').includes('"http:')
        ? []
        : server.ways.map((way) => [`${kind}-${way}-whole`, `${model(way)}, settings: { stream: false }`])),
      [`${kind}-nowhere`, model('400').replaceAll(`:${server.port}`, ':1')],
    ]) as [name: string, model: string][];
    const { rows, leaks } = await everything(
      {
        'evals.config.yaml': `models:\n${models.map(([name, model]) => `  ${name}: { ${model} }\n`).join('')}limits:\n${limits}\n`,
        'evals/s.eval.yaml': suite(models.map(([name]) => name).join(', '), 1),
        // Without a name of its own: the address is the name of the model, of the arm and of the trial.
        'evals/t.eval.yaml': suite(`"http:${base('400')}?api_key=${canaries.query}"`, 1).replace(
          'suite: s',
          'suite: t',
        ),
        '.env': `OTHER_API_KEY=${canaries.dotenv}\n`,
      },
      true,
    );
    expect(rows).toHaveLength(models.length + 1);
    expect(leaks).toEqual([]);
    // What was looked through holds what was kept: the cache as well as the cassette.
    const holds = (name: string, text: string) =>
      written(at!, []).some(([path, all]) => path.startsWith(name) && all.includes(text));
    expect(holds('.evals/store.sqlite', '30 days'), 'the cache').toBe(true);
    expect(holds('r/cassette.jsonl', '[redacted]'), 'the cassette').toBe(true);
    for (const [kind, secrets] of kinds) {
      for (const secret of secrets) expect(server.sent(), `${secret} was sent`).toContain(canaries[secret]);
      const mine = rows.filter(({ model }) => model.startsWith(`${kind}-`));
      const shown = mine.filter(({ outcome }) => JSON.stringify(outcome).includes('[redacted]'));
      if (secrets.length > 0) expect(shown.length, kind).toBeGreaterThan(server.ways.length / 2);
    }
  });
});

describe('no key is in any file or on the screen, whatever the user’s own code does with it', () => {
  const module = `
    const key = process.env.LOCAL_TOKEN;
    export const message = () => { throw new Error('I was given ' + key); };
    export const stack = () => { throw Object.assign(new Error('it broke'), { stack: 'Error: it broke\\n    at f (' + key + ')' }); };
    export const everywhere = () => { throw Object.assign(new Error(key.repeat(30)), { stack: key.repeat(30) }); };
    export const cause = () => { throw new Error('it broke', { cause: new Error(key) }); };
    export const thrown = () => { throw { key }; };
    export const text = () => '30 days ' + key;
    export const call = () => ({ text: '30 days', toolCalls: [{ name: key, arguments: { [key]: key } }], warnings: [key], model: key });
    export const odd = () => ({ text: '30 days', usage: key });
    export const rejects = async () => { throw new Error(JSON.stringify({ key })); };`;
  const command = `
    const key = process.env.LOCAL_TOKEN;
    const ways = {
      stderr: () => { console.error('my key is', key); process.exit(1); },
      everywhere: () => { process.stderr.write(key.repeat(60), () => process.exit(1)); },
      halves: () => { process.stderr.write(key.slice(0, 15)); setTimeout(() => process.stderr.write(key.slice(15), () => process.exit(1)), 30); },
      line: () => console.log('hello, ' + key.repeat(30)),
      error: () => console.log(JSON.stringify({ id: 1, error: 'no: ' + key.repeat(15) })),
      text: () => console.log(JSON.stringify({ id: 1, text: '30 days ' + key })),
    };
    process.stdin.once('data', ways[process.argv[2]]);`;

  test('in a module and in a command', async () => {
    const exported = [...module.matchAll(/export const (\w+)/g)].map((match) => match[1]!);
    const ways = ['stderr', 'everywhere', 'halves', 'line', 'error', 'text'];
    const models = [
      ...exported.map((name) => `  module-${name}: { use: "module:./app.mjs#${name}" }`),
      ...ways.map((way) => `  exec-${way}: { use: "exec:${process.execPath} bot.mjs ${way}" }`),
    ];
    const names = models.map((line) => /^ {2}([^:]+)/.exec(line)![1]!);
    const { rows, leaks } = await everything({
      'app.mjs': module,
      'bot.mjs': command,
      'evals.config.yaml': `models:\n${models.join('\n')}\nlimits:\n${limits}\n`,
      'evals/s.eval.yaml': suite(names.join(', '), 1),
    });
    expect(rows).toHaveLength(names.length);
    expect(leaks).toEqual([]);
    expect(
      rows.filter(({ outcome }) => JSON.stringify(outcome).includes('[redacted]')).length,
    ).toBeGreaterThan(12);
  });

  test('in a grader that prints it, in halves too, and throws it', async () => {
    const { leaks, ran } = await everything({
      'grader.mjs': `
        const key = process.env.LOCAL_TOKEN;
        export const prints = async () => { console.log(key); process.stdout.write(key.slice(0, 15)); await new Promise((done) => setTimeout(done, 60)); process.stdout.write(key.slice(15) + '\\n'); return true; };
        export const throws = () => { throw new Error(key.repeat(30)); };
        export const says = () => ({ score: 0, reason: key });`,
      'evals/s.eval.yaml': `suite: s\nmodels: ["embedded:echo"]\ngraders:\n${['prints', 'throws', 'says']
        .map((name) => `  - { module: "../grader.mjs#${name}", name: ${name} }`)
        .join('\n')}\ncases:\n  - { id: c0, vars: { input: "q0" } }\n`,
    });
    expect(leaks).toEqual([]);
    expect(screen(ran)).toContain('[redacted]');
  });

  test.each([
    ['as its file is imported', 'throw new Error(text);', 2],
    ['in a timer, when nobody listens', 'setTimeout(() => { throw new Error(text); }, 1);', 3],
    ['in a promise that nobody holds', 'void Promise.reject(new Error(text));', 3],
  ])('in a module that throws it %s', async (_, does, code) => {
    at = project(bin, {
      'app.mjs': `
        import { readFileSync } from 'node:fs';
        const text = process.env.LOCAL_TOKEN + ' ' + readFileSync('.env', 'utf8');
        ${does}
        export default () => new Promise((done) => setTimeout(done, 200, 'x'));`,
      '.env': `OTHER_API_KEY=${canaries.dotenv}\n`,
      'evals/s.eval.yaml': suite('"module:./app.mjs"', 1),
    });
    const ended = await at.run(['run'], env);
    expect(ended.code).toBe(code);
    expect(screen(ended)).toContain('[redacted]');
    expect(found(screen(ended))).toEqual([]);
    expect(written(at, ['.env']).flatMap(([, text]) => found(text))).toEqual([]);
  });
});

describe('no key is on the screen when the config is wrong', () => {
  const good = `  m: { use: "openai-compatible:x", baseUrl: "http://127.0.0.1:1/v1", headers: { x-api-token: "${canaries.literal}" } }`;
  test.each([
    [
      'an unknown key beside it',
      `models:\n  m: { use: "openai-compatible:x", haeders: 1, headers: { x-api-token: "${canaries.literal}" } }`,
    ],
    ['an unknown key in the line below', `models:\n${good}\nlimts: 1`],
    [
      'an unknown option of the model',
      `models:\n  m:\n    use: openai-compatible:x\n    headers:\n      authorization: Bearer ${canaries.literal}\n      more: 1\n    baseUlr: x`,
    ],
    ['YAML that is broken', `models:\n${good}\n  - [`],
    [
      'a password in an address',
      `models:\n  m: { use: "openai-compatible:x", baseUrl: "http://me:${canaries.userinfo}@127.0.0.1/v1", baseUlr: 1 }`,
    ],
    [
      'an address that is none',
      `models:\n  m: { use: "openai-compatible:x", baseUrl: "ftp://me:${canaries.userinfo}@127.0.0.1/v1" }`,
    ],
  ])('%s', async (_, config) => {
    at = project(bin, { 'evals.config.yaml': `${config}\n`, 'evals/s.eval.yaml': suite('m', 1) });
    const ended = await at.run(['run'], env);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('*****');
    expect(found(screen(ended))).toEqual([]);
  });
});
