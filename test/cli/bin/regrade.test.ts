import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../src/domain/run.ts';
import type { Summary } from '../../../src/domain/summary.ts';
import { type ChatRequest, type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 90_000 });

let bin: string;
let at: TestProject;
let server: ChatServer;
/** Milliseconds that a judge takes, and the status with which the model refuses the question of this number. */
let [judgeMs, refused] = [0, -1];
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
beforeEach(async () => {
  [judgeMs, refused] = [0, -1];
  server = await chatServer(async (request) => {
    const text = request.messages.at(-1)!.content;
    if (isJudge(request)) {
      await pause(judgeMs);
      return JSON.stringify({
        reason: 'because',
        verdict: /Yes, [0-9]*[02468]\b/i.test(text) ? 'pass' : 'fail',
      });
    }
    const [number = ''] = /\d+/.exec(text) ?? [];
    if (Number(number) === refused) return 400;
    return `${Number(number) % 4 === 0 ? 'YES' : 'Yes'}, ${number}`;
  });
  at = project(bin, { 'evals.config.yaml': config() });
});
afterEach(async () => {
  at.remove();
  await server.close();
});

const isJudge = ({ model }: ChatRequest) => model.startsWith('judge');
const asked = (of: 'judge' | 'shop') => server.asked.filter(({ model }) => model.startsWith(of)).length;
const config = () => `models:
  shop: { use: "openai-compatible:shop-1", baseUrl: "${server.url}", keyFrom: SHOP_KEY, price: { input: 1, output: 1 } }
judges:
  strict: { use: "openai-compatible:judge-1", baseUrl: "${server.url}", price: { input: 10, output: 10 } }
  other: { use: "openai-compatible:judge-2", baseUrl: "${server.url}", price: { input: 10, output: 10 } }
limits: { openai-compatible: { retries: 0, concurrency: 4 } }
`;
const exact = '[{ contains: "Yes" }]';
const lenient = '[{ contains: "Yes", ignoreCase: true }]';
const judged = '[{ judge: "Names the number" }]';
const suite = (graders: string, { count = 12, more = '' } = {}) =>
  `suite: s\nmodels: [shop]\njudge: strict\ngraders: ${graders}\n${more}cases:\n${Array.from(
    { length: count },
    (_, n) => `  - { id: c${n}, input: "question ${n}", tags: [${n % 2 ? 'odd' : 'even'}] }`,
  ).join('\n')}\n`;
const graders = (text: string, options = {}) => at.write({ 'evals/s.eval.yaml': suite(text, options) });

const key = { SHOP_KEY: 'sk-shop-0123456789' };
const run = (...args: string[]) => at.run(['run', '--quiet', '--cache', 'off', ...args], key);
/** Without the key of the model: nobody may look for it. */
const regrade = (...args: string[]) => at.run(['regrade', ...args]);

const runs = () => readdirSync(join(at.folder, '.evals', 'runs')).sort();
const inRun = (id: string, name: string) => readFileSync(join(at.folder, '.evals', 'runs', id, name), 'utf8');
const headerOf = (id: string): Run => JSON.parse(inRun(id, 'run.json'));
const summaryOf = (id: string): Summary => JSON.parse(inRun(id, 'summary.json'));
const bytesOf = (id: string) =>
  readdirSync(join(at.folder, '.evals', 'runs', id)).map((name) => [name, inRun(id, name)]);

/** A summary less what no two runs share, and what judges took. */
function timeless({ suites, missing, exitCode }: Summary): unknown {
  const arms = suites.map(({ arms: all, ...one }) => ({
    ...one,
    arms: all.map(({ judges = [], comparison, ...arm }) => ({
      ...arm,
      judges: judges.map(({ judged: n, passed, silent }) => ({ n, passed, silent })),
      comparison: comparison && { all: comparison.all, flips: comparison.flips },
    })),
  }));
  return { missing, exitCode, suites: arms };
}

describe('evals regrade', () => {
  test('grades the answers by the graders of today: the model is asked nothing, and its key is not looked for', async () => {
    graders(exact);
    const first = await run();
    expect([first.code, asked('shop')], first.err).toEqual([1, 12]);
    const before = at.latest();
    const [rows, bytes] = [before.rows(), bytesOf(before.id)];
    graders(lenient);
    const { code, out, err } = await regrade();
    expect(code, err).toBe(0);
    expect(asked('shop')).toBe(12);
    expect(err).toContain(`Grading run ${before.id} again, as run ${at.latest().id}: 12 trials`);
    expect(err).toContain(`3 trials came out otherwise than in run ${before.id}: 3 pass now.`);
    expect(out).toContain('100 % passed');
    expect(out).toContain(`the answers of run ${before.id}, graded again`);
    expect(headerOf(at.latest().id)).toMatchObject({ regrades: before.id, trials: 12 });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of at.latest().rows()) {
      const { outcome, costUsd, startedAt, messages, gradersDigest } = byId.get(row.id)!;
      expect(row).toMatchObject({ outcome, costUsd, startedAt, messages, status: 'passed' });
      expect(row.gradersDigest).not.toBe(gradersDigest);
    }
    expect(bytesOf(before.id)).toEqual(bytes);
    graders('[{ contains: "No" }]');
    const worse = await regrade(before.id);
    expect([worse.code, asked('shop')]).toEqual([1, 12]);
    expect(worse.err).toContain('9 trials came out otherwise');
    expect((await at.run(['gate'])).code).toBe(1);
  });

  test('by unchanged graders it is the same summary: errored trials, repeats, times and prices too', async () => {
    refused = 7;
    graders(
      '[{ contains: "Yes" }, { latency: 30s }, { cost: 0.01 }, { judge: "Names the number", weight: 2 }]',
      {
        more: 'repeat: 2\ngate: { errors: 50% }\n',
      },
    );
    const first = await run();
    expect(first.code, first.out).not.toBe(2);
    const { id } = at.latest();
    const again = await regrade();
    expect([again.code, asked('shop')], again.err).toEqual([first.code, 24]);
    expect(again.err).toContain(`Every trial came out as it was graded in run ${id}.`);
    expect(timeless(summaryOf(at.latest().id))).toEqual(timeless(summaryOf(id)));
    expect(
      at
        .latest()
        .rows()
        .filter(({ status }) => status === 'errored'),
    ).toHaveLength(2);
    const statuses = (text: string) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .map(({ id: trial, status, score }) => `${trial} ${status} ${score}`)
        .sort();
    expect(statuses(inRun(at.latest().id, 'trials.jsonl'))).toEqual(statuses(inRun(id, 'trials.jsonl')));
  });

  test('leaves out what is another case by now, and says so; where nothing is left it is refused', async () => {
    graders(exact);
    await run();
    const { id } = at.latest();
    at.write({
      'evals/s.eval.yaml': suite(lenient)
        .replace('question 2"', 'question 22"')
        .replace(/ {2}- \{ id: c3,.*\n/, '')
        .replace('id: c4,', 'id: c44,'),
    });
    const { code, err, out } = await regrade();
    expect(code, err).toBe(0);
    expect(err).toContain('3 trials left out: the case is gone (2), the case was edited (1).');
    expect(out).toContain('9 cases of 11');
    expect(headerOf(at.latest().id).suites[0]).toMatchObject({ cases: 9, casesInSuite: 11 });
    expect(summaryOf(at.latest().id)).toMatchObject({ missing: 0 });
    at.write({ 'evals/s.eval.yaml': suite(lenient).replaceAll('question', 'Question') });
    const none = await regrade(id);
    expect(none.code).toBe(2);
    expect(none.err).toContain('error[nothing-to-regrade]');
    expect(none.err).toContain('the case was edited (12)');
    rmSync(join(at.folder, 'evals/s.eval.yaml'));
    const gone = await regrade(id);
    expect([gone.code, gone.err.includes('there is no suite "s" any more')], gone.err).toEqual([2, true]);
  });

  test('counts trials that were never asked as not run', async () => {
    graders(exact);
    await run('--max-calls', '8');
    const { id } = at.latest();
    graders(lenient);
    const { code, err } = await regrade();
    expect(code, err).toBe(3);
    expect(err).toContain(`4 planned trials of run ${id} have no answer`);
    expect(summaryOf(at.latest().id)).toMatchObject({ missing: 4 });
    const list = await at.run(['runs', 'list']);
    expect(list.out).toContain(`(run ${id} graded again)`);
    expect(list.out).toContain(`evals regrade ${id}`);
  });

  test('is of the arms that answered, whatever the suite names by now; the schema of their prompt grades as it did', async () => {
    const prompt = '---\noutput: { jsonSchema: { type: string } }\n---\n{{ message }}\n';
    const named = (version: string, list = exact) =>
      suite(list).replace('models: [shop]', `prompt: ask@${version}\nmodels: [shop]`);
    at.write({ 'prompts/ask/v1.md': prompt, 'evals/s.eval.yaml': named('v1') });
    await run();
    const { id } = at.latest();
    at.write({
      'prompts/ask/v2.md': '{{ message }}\n',
      'evals/s.eval.yaml': named('v2', lenient).replace('[shop]', '["embedded:echo"]'),
    });
    const { code, err } = await regrade();
    expect(code, err).toBe(1);
    expect(headerOf(at.latest().id).suites[0]!.arms).toEqual(headerOf(id).suites[0]!.arms);
    for (const { arm, status, grades } of at.latest().rows()) {
      expect([arm, status]).toEqual(['ask@v1 · shop', 'failed']);
      expect(grades.map((one) => [one.name, one.status === 'graded' && one.passed])).toEqual([
        ['contains', true],
        ['output-schema', false],
      ]);
    }
    rmSync(join(at.folder, 'prompts/ask/v1.md'));
    const gone = await regrade(id);
    expect(gone.code, gone.err).toBe(2);
    expect(gone.err).toContain('the prompt, which graded it too, cannot be found any more (12)');
  });

  test('is not resumed, and names the run whose answers it has: graded again, it is that run that is meant', async () => {
    graders(exact);
    await run();
    const { id } = at.latest();
    await regrade();
    const resumed = await at.run(['run', '--resume'], key);
    expect(resumed.code).toBe(2);
    expect(resumed.err).toContain('error[regrade-not-resumed]');
    expect(resumed.err).toContain(`evals regrade ${id}`);
    await regrade();
    expect(headerOf(at.latest().id).regrades).toBe(id);
    expect(runs()).toHaveLength(3);
  });
});

describe('judges of a regrade', () => {
  test('are asked through the engine: once an answer, and from the cache the next time; another one by --judge', async () => {
    graders(exact);
    await run();
    const { id } = at.latest();
    graders(judged);
    const first = await regrade('--reporter', 'terminal,json=out.json');
    expect([first.code, asked('shop'), asked('judge')], first.err).toEqual([1, 12, 12]);
    expect(first.out).toContain('6 of 12 pass');
    const again = await regrade(id);
    expect([again.code, asked('judge')]).toEqual([1, 12]);
    expect(timeless(summaryOf(at.latest().id))).toEqual(
      timeless(JSON.parse(readFileSync(join(at.folder, 'out.json'), 'utf8'))),
    );
    await regrade(id, '--judge', 'other');
    expect(asked('judge')).toBe(24);
    expect(server.asked.at(-1)!.model).toBe('judge-2');
    expect(asked('shop')).toBe(12);
  });

  test('are refused with --offline, before anything is written; and answer from a cassette', async () => {
    graders(exact);
    await run();
    graders(judged);
    const offline = await regrade('--offline');
    expect([offline.code, runs().length, asked('judge')], offline.err).toEqual([2, 1, 0]);
    const { id } = at.latest();
    expect((await regrade('--cache', 'off', '--record', 'judges.jsonl')).code).toBe(1);
    const replayed = await regrade(id, '--replay', 'judges.jsonl', '--offline');
    expect([replayed.code, asked('judge')], replayed.err).toEqual([1, 12]);
  });

  test('count for a budget: what is graded by then is kept, and the next one goes on from the cache', async () => {
    graders(exact);
    await run();
    const { id } = at.latest();
    graders(judged);
    const { code, err } = await regrade('--max-calls', '5');
    expect(code, err).toBe(4);
    expect(err).toContain(`The limit of calls is reached: 7 answers of run ${id} were not graded again.`);
    expect(at.latest().rows()).toHaveLength(5);
    const next = await regrade();
    expect([next.code, asked('judge'), asked('shop')]).toEqual([1, 12, 12]);
    expect(headerOf(at.latest().id).regrades).toBe(id);
  });

  test('are not waited for twice: after Ctrl-C what is graded is on disk, and nothing of the first run has changed', async () => {
    graders(exact, { count: 40 });
    await run();
    const { id } = at.latest();
    const bytes = bytesOf(id);
    graders(judged, { count: 40 });
    judgeMs = 100;
    const { child, ended } = at.start(['regrade']);
    for (let turn = 0; asked('judge') < 12 && turn < 400; turn++) await pause(25);
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code, err).toBe(130);
    const kept = at.latest().rows().length;
    expect(kept).toBeGreaterThan(4);
    expect(kept).toBeLessThan(40);
    expect(err).toContain(`Stopped: ${40 - kept} answers of run ${id} were not graded again.`);
    judgeMs = 0;
    const next = await regrade();
    expect(next.code, next.err).toBe(1);
    expect(at.latest().rows()).toHaveLength(40);
    expect(asked('judge')).toBeLessThanOrEqual(44);
    expect(bytesOf(id)).toEqual(bytes);
  });
});
