import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { type SeededServer, type Served, seededServer } from '../../servers/seeded-server.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: SeededServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at?.remove();
  await server?.close();
});

const seed = 7;
const shares = { status: 0.05, reset: 0.02, malformed: 0.01, hang: 0.01 };
const timeout = '{ firstByte: 1s, idle: 1s, total: 4s }';

/** What a try that was answered so must be called in the journal. */
const kinds: Record<string, string[]> = {
  status: ['server'],
  reset: ['connection'],
  'bad-json': ['protocol'],
  cut: ['protocol', 'connection'],
  empty: ['protocol'],
  html: ['protocol'],
  silent: ['timeout'],
  'silent-within': ['timeout'],
};

type Outcome = { ended: Ended; rows: TrialRow[]; records: Record<string, Served[]>; most: number };

async function ran(
  models: Record<string, string>,
  { count, concurrency, env }: { count: number; concurrency: number; env?: Record<string, string> },
): Promise<Outcome> {
  const providers = [...new Set(Object.values(models).map((use) => /use: "([^:]*)/.exec(use)![1]!))];
  at = project(bin, {
    'evals.config.yaml': `models:\n${Object.entries(models)
      .map(([name, model]) => `  ${name}: ${model}`)
      .join(
        '\n',
      )}\nlimits:\n${providers.map((name) => `  ${name}: { concurrency: ${concurrency}, timeout: ${timeout} }`).join('\n')}\n`,
    'evals/s.eval.yaml': suite(Object.keys(models).join(', '), count),
  });
  const ended = await at.run(['run', '--quiet'], env);
  return { ended, rows: at.latest().rows(), ...(await server.told()) };
}

const recordOf = (row: TrialRow, records: Outcome['records']) =>
  records[`${row.model} ${row.case.replace('c', 'q')}`]!;

function expectAllGraded({ ended, rows, records }: Outcome, total: number): void {
  const wrong = rows.filter(({ status }) => status !== 'passed');
  expect(wrong.map(({ id, outcome }) => [id, outcome.attempts])).toEqual([]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
  expect(rows).toHaveLength(total);
  expect(Object.keys(records)).toHaveLength(total);
  const again = Object.entries(records).filter(
    ([, tries]) => tries.findIndex(({ isWhole }) => isWhole) !== tries.length - 1,
  );
  expect(again, 'questions asked again after a whole answer, or never answered').toEqual([]);
  expect(ended).toMatchObject({ code: 0, err: '' });
}

/** Both sides saw the same: each try at the server is an attempt in the row, called what it was. */
function expectSameTries({ rows, records }: Outcome): void {
  for (const row of rows) {
    const tries = recordOf(row, records);
    const failed = row.outcome.attempts.slice(0, -1).map(({ failure }) => failure!.kind);
    expect(failed.length, row.id).toBe(tries.length - 1);
    for (const [index, kind] of failed.entries()) expect(kinds[tries[index]!.fault], row.id).toContain(kind);
    expect(row.outcome.attempts.at(-1)!.failure, row.id).toBeUndefined();
  }
}

async function expectSummary({ rows, records }: Outcome, models: number, count: number): Promise<void> {
  const { out, code } = await at.run(['report', '--reporter', 'json']);
  const { missing, interrupted, exitCode, suites } = JSON.parse(out) as Summary;
  expect([code, missing, interrupted, exitCode, suites[0]!.verdict]).toEqual([0, 0, false, 0, 'PASS']);
  expect(suites[0]!.arms).toHaveLength(models);
  for (const arm of suites[0]!.arms) {
    const mine = Object.entries(records).filter(([name]) => name.startsWith(`${arm.model} `));
    const retries = mine.reduce((sum, [, tries]) => sum + tries.length - 1, 0);
    expect(arm).toMatchObject({
      planned: count,
      counts: { passed: count, failed: 0, errored: 0, ungraded: 0, skipped: 0 },
      rate: { passed: count, of: count, rate: 1 },
      score: 1,
      retries,
      notableTotal: 0,
    });
    const times = rows.filter(({ model }) => model === arm.model).map(totalMs);
    expect(arm.latency).toMatchObject({ count, max: Math.max(...times) });
  }
}

function totalMs({ id, outcome }: TrialRow): number {
  const total = outcome.status === 'answered' ? outcome.answer.ms.total : undefined;
  expect(total, id).toBeTypeOf('number');
  return total!;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * The time of a row is that of the attempt that was answered: the server's own time and the way, no back-off, no queue.
 * The way takes longer on a machine that is busy, for all of them alike; so rows with retries are held against the others.
 */
function expectHonestTimes({ rows, records }: Outcome): void {
  const over = (row: TrialRow) => totalMs(row) - recordOf(row, records).at(-1)!.ms!;
  const retried = rows.filter(({ outcome }) => outcome.attempts.length > 1);
  const others = rows.filter(({ outcome }) => outcome.attempts.length === 1);
  // The server hears of its last byte a little after the client may: some milliseconds, on a busy machine.
  expect(Math.min(...rows.map(over))).toBeGreaterThan(-10);
  expect(median(others.map(over))).toBeLessThan(200);
  expect(median(retried.map(over))).toBeLessThan(median(others.map(over)) + 60);
  for (const row of retried)
    expect(totalMs(row), row.id).toBeLessThanOrEqual(row.outcome.attempts.at(-1)!.ms + 0.001);
  expect(Math.max(...retried.map(({ outcome }) => outcome.waitedMs))).toBeGreaterThan(400);
}

const local = (name: string, more = '') =>
  `{ use: "openai-compatible:x", baseUrl: "${server.at(name)}/v1"${more} }`;

describe('5 % 500s, 2 % resets, 1 % malformed, 1 % hangs', () => {
  test('1,000 cases as streams and 1,000 as whole answers: every one is graded', async () => {
    server = await seededServer({ seed, shares, ms: [5, 25] });
    const models = { stream: local('stream'), whole: local('whole', ', settings: { stream: false }') };
    const outcome = await ran(models, { count: 1000, concurrency: 50 });
    expectAllGraded(outcome, 2000);
    expectSameTries(outcome);
    expectHonestTimes(outcome);
    await expectSummary(outcome, 2, 1000);
    expect(
      new Set(Object.values(outcome.records).flatMap((tries) => tries.map(({ fault }) => fault))),
    ).toEqual(new Set(['good', ...Object.keys(kinds)]));
  });

  test('100 cases with each kind of endpoint, as streams and whole', async () => {
    server = await seededServer({ seed, shares, ms: [5, 25] });
    const both = (use: string, base: (name: string) => string) => {
      const name = use.split(':')[0]!;
      return {
        [`${name}-stream`]: `{ use: "${use}", baseUrl: "${base(`${name}-stream`)}" }`,
        [`${name}-whole`]: `{ use: "${use}", baseUrl: "${base(`${name}-whole`)}", settings: { stream: false } }`,
      };
    };
    const models = {
      ...both('openai:gpt-5-mini', (name) => `${server.at(name)}/v1`),
      ...both('anthropic:claude-haiku-4-5', (name) => `${server.at(name)}/v1`),
      ...both('google:gemini-2.5-flash', (name) => `${server.at(name)}/v1beta`),
      plain: `{ use: "http:${server.at('plain')}/ask", response: "choices[0].message.content" }`,
    };
    const env = {
      OPENAI_API_KEY: 'sk-a-b-c-d',
      ANTHROPIC_API_KEY: 'sk-a-b-c-e',
      GOOGLE_GENERATIVE_AI_API_KEY: 'sk-a-b-c-f',
    };
    const outcome = await ran(models, { count: 100, concurrency: 12, env });
    expectAllGraded(outcome, 700);
    expectSameTries(outcome);
    expectHonestTimes(outcome);
    await expectSummary(outcome, 7, 100);
  });
});
