import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { type ToldServer, toldServer } from '../../servers/told-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 90_000 });

let bin: string;
let at: TestProject;
let server: ToldServer;
const cases = 64;

const config = (more = '') =>
  `models:\n  desk: { use: "openai-compatible:small", baseUrl: "${server.url}"${more} }\n`;
const suite = (more = 'gate: { target: population }\n') =>
  `suite: s\nprompt: sort@latest\nmodels: [desk]\ncases:\n${Array.from({ length: cases }, (_, n) => `  - { id: c${n}, input: "q${n}.", expect: "yes" }`).join('\n')}\n${more}`;
const prompt = (version: number) => `Version ${version}: {{ message }}\n`;

beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
/** A baseline of v1, where every case passes; then v2. */
beforeEach(async () => {
  server = await toldServer(() => 'yes');
  at = project(bin, {
    'evals.config.yaml': config(', settings: { temperature: 0.2 }'),
    'prompts/sort/v1.md': prompt(1),
    'evals/s.eval.yaml': suite(),
  });
  await run();
  const { code, err } = await at.run(['baseline', 'accept', '--reason', 'start', '--repeat', '1']);
  expect(code, err).toBe(0);
  at.write({ 'prompts/sort/v2.md': prompt(2) });
  server.asked.length = 0;
}, 60_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const run = (...args: string[]) => at.run(['run', '--quiet', '--cache', 'off', ...args]);
const isOf = (version: number) => (told: { text: string }) => told.text.includes(`Version ${version}:`);
const asked = (version: number) => server.asked.filter(isOf(version));
function canary(): TrialRow[] {
  const path = join(at.latest().folder, 'canary.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
const drawn = () =>
  canary()
    .map((row) => row.case)
    .sort();

describe('the provider that moved', () => {
  test('is no regression of the change: 3, in so many words, and no flip is drawn again', async () => {
    server.says(({ text }) => (/q\d*[02468]\./.test(text) ? 'no' : 'yes'));
    const { code, out } = await run();
    expect(code, out).toBe(3);
    expect(out).toContain('STALE');
    expect(out).toContain('The provider moved since the baseline was accepted');
    expect(asked(2)).toHaveLength(cases);
    expect(asked(1)).toHaveLength(25);
    expect(existsSync(join(at.latest().folder, 'redraws.jsonl'))).toBe(false);
    expect((await at.run(['gate'])).code).toBe(3);
  });

  test('is told from a prompt that got worse', async () => {
    server.says((told) => (isOf(2)(told) && /q\d*[02468]\./.test(told.text) ? 'no' : 'yes'));
    const { code, out } = await run();
    expect(code, out).toBe(1);
    expect(asked(1)).toHaveLength(25);
    expect(out).toContain('regressed');
  });

  test('is told of a run that ended early too, and flips are drawn again where it did not move', async () => {
    server.says(({ text }) => (/q\d*[02468]\./.test(text) ? 'no' : 'yes'));
    const { code, out } = await run('--stop-early');
    expect(asked(2).length).toBeLessThan(cases);
    expect(canary()).toHaveLength(25);
    expect([code, out.includes('STALE')], out).toEqual([3, true]);
    server.says((told) => (isOf(2)(told) && /q\d*[02468]\./.test(told.text) ? 'no' : 'yes'));
    const worse = await run('--stop-early');
    expect(worse.code, worse.out).toBe(1);
    expect(canary()).toHaveLength(25);
    expect(worse.out).toContain('regressed');
    expect(
      readFileSync(join(at.latest().folder, 'redraws.jsonl'), 'utf8').split('\n').length,
    ).toBeGreaterThan(10);
  });

  test('is told where only the provider differs, without a call more', async () => {
    rmSync(join(at.folder, 'prompts/sort/v2.md'));
    server.says(() => 'no');
    const { code, out } = await run();
    expect(code, out).toBe(3);
    expect(out).toContain('STALE');
    expect(server.asked.length).toBe(cases);
  });
});

describe('the cases that are asked again', () => {
  test('are 25 of the baseline, by its own arm and past the cache; the same by the same seed', async () => {
    expect((await at.run(['run', '--quiet'])).code).toBe(0);
    const first = drawn();
    expect(first).toHaveLength(25);
    expect(new Set(canary().map(({ arm, prompt: id, repeat }) => `${arm} ${id} ${repeat}`))).toEqual(
      new Set(['sort@v1 · desk sort@v1 1']),
    );
    expect(at.latest().rows()).toHaveLength(cases);
    await at.run(['run', '--quiet']);
    expect(drawn()).toEqual(first);
    expect(asked(1)).toHaveLength(50);
    await run('--seed', '2');
    expect(drawn()).not.toEqual(first);
  });

  test('are none with --no-canary', async () => {
    expect((await run('--no-canary')).code).toBe(0);
    expect(canary()).toEqual([]);
    expect(asked(1)).toHaveLength(0);
  });

  test('are what they were: none that was edited, none in quarantine', async () => {
    const most = Array.from({ length: 45 }, (_, n) => n);
    const edited = most.filter((n) => n % 2 === 0);
    at.write({
      'evals/s.eval.yaml': edited.reduce((text, n) => text.replace(`"q${n}."`, `"Q${n}."`), suite()),
      'evals/quarantine.yaml': most
        .filter((n) => n % 2 === 1)
        .map((n) => `- { suite: s, case: c${n}, reason: flaky, until: 2999-01-01 }`)
        .join('\n'),
    });
    await run();
    expect(drawn()).toEqual(Array.from({ length: 19 }, (_, n) => `c${45 + n}`).sort());
  });

  test('are asked of the model as it was: its id and its settings then', async () => {
    at.write({
      'evals.config.yaml': config(', settings: { temperature: 0.9 }').replace(':small', ':large'),
    });
    await run();
    expect(new Set(asked(2).map(({ model, temperature }) => `${model} ${temperature}`))).toEqual(
      new Set(['large 0.9']),
    );
    expect(asked(1)).toHaveLength(25);
    expect(new Set(asked(1).map(({ model, temperature }) => `${model} ${temperature}`))).toEqual(
      new Set(['small 0.2']),
    );
  });

  test('are none where the prompt of the baseline was edited: that is said', async () => {
    at.write({ 'prompts/sort/v1.md': 'Other words: {{ message }}\n' });
    const { code, err } = await run();
    expect(code, err).toBe(0);
    expect(err).toContain('warning[canary-without-prompt]');
    expect(server.asked).toHaveLength(cases);
  });

  test('are told by a dry run, which asks nobody', async () => {
    const { out } = await run('--dry-run');
    expect(out).toContain('up to 25 calls to see whether the provider moved');
    expect(server.asked).toHaveLength(0);
  });

  test('count for the budget, and the trials come first', async () => {
    server.says((told) => (isOf(2)(told) && told.text.includes('q7.') ? 'no' : 'yes'));
    const { code, err } = await run('--max-calls', `${cases + 10}`);
    expect(code, err).not.toBe(4);
    expect(canary()).toHaveLength(10);
    expect(err).toContain('warning[flips-not-redrawn]');
    await run('--resume');
    expect(canary()).toHaveLength(25);
    expect(asked(1)).toHaveLength(25);
    expect(asked(2)).toHaveLength(cases + 2);
  });
});
