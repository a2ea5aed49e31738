import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { deadPort } from '../../servers/dead-port.ts';
import { type FaultServer, faultServer } from '../../servers/fault-server.ts';
import { goodAnswer } from '../../servers/good-answer.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let server: FaultServer;
let dead: string;
let at: TestProject | undefined;
beforeAll(async () => {
  bin = await builtBin();
  server = await faultServer();
  dead = `http://127.0.0.1:${await deadPort()}`;
}, 120_000);
afterAll(() => server.close());
afterEach(() => {
  at?.remove();
  server.asked.length = 0;
});

const model = (baseUrl: string, more = '') =>
  `{ use: "openai-compatible:x", baseUrl: "${baseUrl}/v1"${more ? `, ${more}` : ''} }`;

/** A suite over the model `m`, of which every other case is answered right by the server's one answer. */
function made(models: Record<string, string>, cases: number, gate = '', limits = 'retries: 1') {
  const lines = Array.from(
    { length: cases },
    (_, n) => `  - { id: c${n}, input: "Hello ${n}", expect: "${n % 2 ? 'No.' : 'Yes — 30 days.'}" }`,
  );
  at = project(bin, {
    'evals.config.yaml': `models:\n${Object.entries(models)
      .map(([name, one]) => `  ${name}: ${one}\n`)
      .join('')}limits: { openai-compatible: { ${limits} } }\n`,
    'evals/s.eval.yaml': `suite: s\nmodels: [m]\ngraders: [equals: $expect]\ncases:\n${lines.join('\n')}\n${gate}\n`,
  });
  return at;
}

const summaryOf = (out: string) => JSON.parse(out) as Summary;
const askedOf = (fault: string) => server.asked.filter(({ url }) => url.startsWith(`/${fault}`));

describe('a model that answers 500, with one behind it that is well', () => {
  const models = () => ({
    m: model(server.at('status/500'), 'fallback: [stand-in], settings: { seed: 4 }'),
    'stand-in': model(
      server.at('good'),
      'settings: { temperature: 0.25 }, price: { input: 100, output: 100 }',
    ),
  });

  test('its trials are errored, and say who answered, whether it was right, and why', async () => {
    const { run, latest } = made(models(), 4);
    const ended = await run(['run', '--reporter', 'json']);
    expect(ended.code).toBe(3);
    const [arm] = summaryOf(ended.out).suites[0]!.arms;
    expect(arm).toMatchObject({
      counts: { passed: 0, failed: 0, errored: 4 },
      rate: { of: 0 },
      fallbacks: [{ model: 'stand-in', answered: 4, passed: 2 }],
      answers: { asked: 4 },
      latency: null,
      // 20 tokens in, 9 out, at a ten-thousandth of a dollar each.
      cost: { usd: 4 * 0.0029, unknown: 0 },
      retries: 4,
    });
    for (const { status, score, grades, outcome } of latest().rows()) {
      expect({ status, score }).toEqual({ status: 'errored', score: null });
      expect(grades).toHaveLength(1);
      expect(outcome).toMatchObject({
        status: 'answered',
        by: 'stand-in',
        why: { kind: 'server', status: 500 },
      });
      expect(outcome.attempts.map(({ model: by, failure }) => [by, failure?.status])).toEqual([
        [undefined, 500],
        [undefined, 500],
        ['stand-in', undefined],
      ]);
    }
    const asked = askedOf('good').map(({ body }) => JSON.parse(body));
    expect(asked.map(({ temperature, seed }) => [temperature, seed])).toEqual(
      Array(4).fill([0.25, undefined]),
    );
  });

  test('a person reads it on the page of the run and on that of a trial', async () => {
    const { run } = made(models(), 4);
    const { out } = await run(['run']);
    expect(out).toMatch(/4 answered by stand-in in its place, 2 of them right; counted as errored/);
    expect(out).toMatch(/4 × answered by stand-in in its place: openai-compatible answered 500/);
    const page = (await run(['show', 'latest', 'c0'])).out;
    expect(page).toMatch(/^ERRORED/);
    expect(page).toContain('answered by stand-in, in place of m');
    expect(page).toMatch(/1\. .*server: openai-compatible answered 500/);
    expect(page).toMatch(/3\. .*stand-in.*answered/);
  });

  test('where the gate counts them, they are the model’s own', async () => {
    const { run } = made(models(), 4, 'gate: { fallback: count, floor: { pass: 50 } }');
    const ended = await run(['run', '--reporter', 'json']);
    expect(ended.code).toBe(0);
    const [arm] = summaryOf(ended.out).suites[0]!.arms;
    expect(arm).toMatchObject({
      counts: { passed: 2, failed: 2, errored: 0 },
      rate: { passed: 2, of: 4 },
      fallbacks: [{ model: 'stand-in', answered: 4, passed: 2 }],
      latency: { count: 4 },
    });
  });

  test('once its circuit is open it is left alone, and nobody waits', async () => {
    const { run } = made(models(), 300, '', 'retries: 0, concurrency: 5');
    const began = Date.now();
    const ended = await run(['run', '--reporter', 'json']);
    expect(summaryOf(ended.out).suites[0]!.arms[0]!.fallbacks).toEqual([
      { model: 'stand-in', answered: 300, passed: 150 },
    ]);
    expect(askedOf('good')).toHaveLength(300);
    // Twenty that opened it, those under way meanwhile, and a probe now and then.
    expect(askedOf('status').length).toBeLessThan(40);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});

test('a key that is refused is a reason to ask another, too', async () => {
  const { run, latest } = made(
    { m: model(server.at('status/401'), 'fallback: [stand-in]'), 'stand-in': model(server.at('good')) },
    3,
  );
  await run(['run']);
  expect(
    latest()
      .rows()
      .map(({ outcome }) => [outcome.by, outcome.why?.status]),
  ).toEqual(Array(3).fill(['stand-in', 401]));
});

test('when nobody answers, the trial says so of both', async () => {
  const { run, latest } = made(
    { m: model(server.at('status/404'), 'fallback: [stand-in]'), 'stand-in': model(server.at('status/403')) },
    2,
  );
  expect((await run(['run'])).code).toBe(3);
  for (const { outcome } of latest().rows())
    expect(outcome).toMatchObject({
      status: 'errored',
      failure: {
        status: 404,
        message: expect.stringMatching(/answered 404.*; in its place stand-in failed too.*403/),
      },
    });
});

test('a port where nobody listens: the run ends in about ten seconds and says why, and others go on', async () => {
  const { run, latest, write } = made(
    { m: model(dead), well: model(server.at('good')) },
    200,
    '',
    'retries: 5',
  );
  write({ 'evals/w.eval.yaml': 'suite: w\nmodels: [well]\ncases: [{ id: a, input: hi, observe: true }]\n' });
  const began = Date.now();
  const ended = await run(['run']);
  expect(Date.now() - began).toBeLessThan(20_000);
  expect(ended.code).toBe(3);
  expect(ended.err).toMatch(/m is not asked any more.*ECONNREFUSED/);
  const rows = latest().rows();
  const [well, m] = ['well', 'm'].map((name) => rows.filter((row) => row.model === name));
  expect(well!.map(({ status }) => status)).toEqual(['skipped']);
  expect(m).toHaveLength(200);
  for (const { outcome } of m!)
    expect(outcome).toMatchObject({ failure: { kind: 'connection', retryable: false } });
  expect(m!.at(-1)!.outcome).toMatchObject({
    failure: {
      message: expect.stringContaining('it never answered, and 3 more tries with growing pauses failed too'),
    },
  });
});

test('a server that is away for a while is left alone meanwhile, and then every case is answered', async () => {
  const awayMs = 2500;
  let [first, refused] = [0, 0];
  const passing = createServer((request, response) => {
    first ||= Date.now();
    const { status, body } =
      Date.now() - first < awayMs
        ? { status: 503, body: { error: { message: 'overloaded' } } }
        : { status: 200, body: goodAnswer(request.url!).whole };
    if (status === 503) refused += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(passing, 'listening');
  const { port } = passing.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const { run, latest } = made({ m: model(address, 'settings: { stream: false }') }, 60, '', 'retries: 5');
  await run(['run']);
  passing.closeAllConnections();
  passing.close();
  expect(
    new Set(
      latest()
        .rows()
        .map(({ outcome }) => outcome.status),
    ),
  ).toEqual(new Set(['answered']));
  // What was under way when it opened, and the probe after one second; not a wave of retries.
  expect(refused).toBeLessThan(60);
  const events = latest().text();
  expect(events).toMatch(/"type":"circuit"[^\n]*"state":"open"/);
  expect(events).toMatch(/"type":"circuit"[^\n]*"state":"closed"/);
  const [row] = latest().rows();
  expect(row!.outcome.waitedMs).toBeGreaterThan(0);
  if (row!.outcome.status === 'answered') expect(row!.outcome.answer.ms.total).toBeLessThan(2000);
});
