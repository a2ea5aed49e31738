import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { type FaultServer, faultServer } from '../../servers/fault-server.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';
import { type Behaviour, type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let server: FaultServer;
let at: TestProject | undefined;
beforeAll(async () => {
  bin = await builtBin();
  server = await faultServer();
}, 120_000);
afterAll(() => server.close());
afterEach(() => {
  at?.remove();
  server.asked.length = 0;
});

const canary = 'sk-canary-5f0c1e77';
const quick =
  'limits: { openai-compatible: { retries: 1, timeout: { firstByte: 1s, idle: 1s, total: 1500ms } } }';
const config = (faults: Record<string, string>, limits = quick) =>
  `models:\n${Object.entries(faults)
    .map(
      ([name, fault]) =>
        `  ${name}: { use: "openai-compatible:x", baseUrl: "${server.at(fault)}/v1", keyFrom: LLM_DOOR }`,
    )
    .join('\n')}\n${limits}\n`;
const made = (fault: string, count: number, more = '', limits = quick) => {
  at = project(bin, {
    'evals.config.yaml': config({ m: fault }, limits),
    'evals/s.eval.yaml': suite('m', count, more),
  });
  return at;
};
const env = { LLM_DOOR: canary };

describe('what the server does wrong is an error of the trial, never a failure of the prompt', () => {
  const reasons: [fault: string, reason: RegExp][] = [
    ['html', /html/i],
    ['empty', /empty|nothing/i],
    ['not-utf8', /UTF-8|not JSON|JSON/i],
    ['ends-early', /middle/],
    ['cut-off', /middle|connection|broke/i],
    ['hang-before', /sent nothing within 1.0 s|did not finish within 1.5 s/],
    ['hang-within', /fell silent|did not finish within 1.5 s/],
    ['reset', /connection/i],
    ['not-http', /.+/],
    ['status/500', /500/],
    ['status/404', /404/],
    ['other-json', /.+/],
  ];
  let ended: Ended;
  let rows: TrialRow[];
  let text: string;

  // All of them as the models of one run: a process each would take its time.
  beforeAll(async () => {
    const names = reasons.map(([fault]) => fault.replace('/', '-'));
    const one = project(bin, {
      'evals.config.yaml': config(
        Object.fromEntries(reasons.map(([fault], index) => [names[index]!, fault])),
      ),
      'evals/s.eval.yaml': suite(names.join(', '), 1, 'gate: { floor: { pass: 50 } }'),
    });
    ended = await one.run(['run'], env);
    rows = one.latest().rows();
    text = one.latest().text();
    one.remove();
  });

  test.each(reasons)('%s', (fault, reason) => {
    const row = rows.find(({ model }) => model === fault.replace('/', '-'))!;
    expect([row.status, row.score, row.grades]).toEqual(['errored', null, []]);
    expect(row.outcome.status === 'errored' && row.outcome.failure.message).toMatch(reason);
  });

  test('and so it stands on the screen', () => {
    expect(ended.code).toBe(3);
    expect(ended.out).toContain('INCOMPLETE');
    expect(ended.out.match(/^ *1 errored/gm)).toHaveLength(reasons.length);
    expect(ended.out).not.toMatch(/^ *\d+ failed/m);
  });

  test('the key is nowhere', () => {
    expect(`${ended.out}${ended.err}${text}`).not.toContain(canary);
  });
});

test('errored trials leave the rate alone, and more of them than the gate allows end with 3', async () => {
  at = project(bin, {
    'evals.config.yaml': config({ fine: 'good', down: 'status/404' }),
    'evals/s.eval.yaml': suite('fine, down', 4, 'gate: { floor: { pass: 20 }, errors: 2% }'),
  });
  const { code } = await at.run(['run', '--reporter', 'json=report.json'], env);
  expect(code).toBe(3);
  const arms = await reported(at);
  expect(arms.map(({ counts }) => [counts.passed, counts.failed, counts.errored])).toEqual([
    [4, 0, 0],
    [0, 0, 4],
  ]);
  expect(arms.map(({ rate }) => [rate.passed, rate.of, rate.rate])).toEqual([
    [4, 4, 1],
    [0, 0, null],
  ]);
});

async function reported(one: TestProject) {
  const { out } = await one.run(['report', '--reporter', 'json']);
  return (JSON.parse(out) as Summary).suites.flatMap(({ arms }) => arms);
}

describe('a refused key', () => {
  test('is told once; nothing more is asked; the rest is errored without being asked', async () => {
    const one = made('status/401', 40, '', 'limits: { openai-compatible: { concurrency: 3 } }');
    const { code, err, out } = await one.run(['run'], env);
    expect(code).toBe(3);
    expect(server.asked.length).toBeLessThanOrEqual(3);
    expect(err.match(/is not asked any more/g)).toHaveLength(1);
    expect(err).toContain('LLM_DOOR');
    const rows = one.latest().rows();
    expect(rows).toHaveLength(40);
    expect(rows.filter(({ outcome }) => outcome.attempts.length > 0)).toHaveLength(server.asked.length);
    expect(`${out}${err}${one.latest().text()}`).not.toContain(canary);
  });

  test('stops only what is reached with that key', async () => {
    at = project(bin, {
      'evals.config.yaml': config({ fine: 'good', shut: 'status/403' }),
      'evals/s.eval.yaml': suite('fine, shut', 10),
    });
    expect((await at.run(['run'], env)).code).toBe(3);
    const statuses = at
      .latest()
      .rows()
      .map(({ model, status }) => `${model} ${status}`);
    expect(statuses.filter((one) => one === 'fine passed')).toHaveLength(10);
    expect(statuses.filter((one) => one === 'shut errored')).toHaveLength(10);
  });
});

describe('a server that is right in the end', () => {
  const against = async (behaviour: Behaviour, count: number, use: (server: SlowServer) => Promise<void>) => {
    const slow = await slowServer(behaviour);
    at = project(bin, {
      'evals.config.yaml': `models: { m: { use: "openai-compatible:x", baseUrl: "${slow.url}" } }`,
      'evals/s.eval.yaml': suite('m', count),
    });
    await use(slow).finally(slow.close);
  };

  test('a 429 is waited for as long as it asks, and that is not the model’s time', () =>
    against({ first: 429 }, 1, async () => {
      const { code, out } = await at!.run(['run']);
      expect(out).toContain('1 passed');
      expect(code).toBe(0);
      const [row] = at!.latest().rows();
      expect(row!.outcome.attempts).toMatchObject([{ failure: { status: 429, retryAfterMs: 1000 } }, {}]);
      expect(row!.outcome.waitedMs).toBeGreaterThan(950);
      expect(row!.outcome.status === 'answered' && row!.outcome.answer.ms.total).toBeLessThan(900);
    }));

  test('a 500 that passes is no error', () =>
    against({ first: 500 }, 3, async ({ asked }) => {
      expect((await at!.run(['run'])).code).toBe(0);
      expect(
        at!
          .latest()
          .rows()
          .map(({ status }) => status),
      ).toEqual(['passed', 'passed', 'passed']);
      expect(asked).toHaveLength(6);
    }));
});
