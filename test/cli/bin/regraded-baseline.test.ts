import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Baseline } from '../../../src/domain/baseline.ts';
import type { Summary } from '../../../src/domain/summary.ts';
import { type ChatRequest, type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 120_000 });

let bin: string;
let at: TestProject;
let server: ChatServer;
/** What the model answers to a question. */
let answer: (n: number, request: ChatRequest) => string;
const count = 64;

beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
/** A git project with a baseline of three answers a case; every fourth has capitals. */
beforeEach(async () => {
  answer = (n) => (n % 4 === 0 ? `YES, ${n}` : `Yes, ${n}`);
  server = await chatServer((request) => {
    const text = request.messages.at(-1)!.content;
    if (isJudge(request)) return judge(text);
    return answer(Number(/question (\d+)/.exec(text)![1]), request);
  });
  at = project(bin, {
    '.gitignore': '.evals/\n',
    'evals.config.yaml': config(),
    'prompts/ask/v1.md': 'One: {{ message }}\n',
    'evals/s.eval.yaml': suite(exact),
  });
  git('init', '--quiet', '--initial-branch=main');
  await run();
  const accepted = await at.run(['baseline', 'accept', '--reason', 'start', '--quiet']);
  expect(accepted.code, accepted.err).toBe(0);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A baseline');
}, 60_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: at.folder,
    stdio: 'pipe',
  });
const isJudge = ({ model }: ChatRequest) => model.startsWith('judge');
const asked = (of: 'judge' | 'shop') => server.asked.filter(({ model }) => model.startsWith(of)).length;
const judge = (text: string) => {
  const verdict = /no, /i.test(text) ? 'fail' : 'pass';
  return JSON.stringify({ reason: 'because', verdict: text.includes('Is shorter') ? 'tie' : verdict });
};
const config = () => `models:
  shop: { use: "openai-compatible:shop-1", baseUrl: "${server.url}", settings: { temperature: 0 } }
judges:
  strict: { use: "openai-compatible:judge-1", baseUrl: "${server.url}", price: { input: 10, output: 10 } }
limits: { openai-compatible: { retries: 0 } }
`;
const exact = '[{ contains: "Yes" }]';
const lenient = '[{ contains: "Yes", ignoreCase: true }]';
const suite = (graders: string) =>
  `suite: s\nprompt: ask@latest\nmodels: [shop]\njudge: strict\ngate: { target: population }\ngraders: ${graders}\ncases:\n${Array.from(
    { length: count },
    (_, n) => `  - { id: c${n}, input: "question ${n}" }`,
  ).join('\n')}\n`;
const graders = (text: string) => at.write({ 'evals/s.eval.yaml': suite(text) });
const run = (...args: string[]) => at.run(['run', '--quiet', '--cache', 'off', ...args]);
/** Without what is asked beside the trials. */
const plain = (...args: string[]) => run('--no-canary', '--no-redraw', ...args);

const runs = join('.evals', 'runs');
const accepted = () =>
  (JSON.parse(readFileSync(join(at.folder, 'evals/baselines/s.json'), 'utf8')) as Baseline).lanes[0]!.accepted
    .run;
const summaryOf = (): Summary => JSON.parse(readFileSync(join(at.latest().folder, 'summary.json'), 'utf8'));
const comparison = () => summaryOf().suites[0]!.arms[0]!.comparison!;
const one = (text: string) => text.replace(/\s+/g, ' ');

describe('a baseline whose graders have changed since', () => {
  test('is graded again, all repeats, asking nobody: the cases pair and the run decides; its folder alone says the same', async () => {
    graders(lenient);
    const before = asked('shop');
    const passes = await plain();
    expect(passes.code, passes.out + passes.err).toBe(0);
    expect(asked('shop')).toBe(before + count);
    expect(one(passes.out)).toContain(
      `192 answers of the baseline were graded again by this run's graders: 75.0 % → 100 % passed`,
    );
    expect(passes.out).toContain('PASS: not worse than the baseline');
    expect(comparison()).toMatchObject({
      all: { pairs: count, losses: 0, baseline: 1 },
      baseline: { regraded: { run: accepted(), cases: count, answers: 192, left: 0 } },
      unpaired: { regraded: [] },
    });
    expect((await at.run(['gate'])).out).toBe(passes.out);
    // A worse answer is a loss against what the baseline is worth today.
    answer = (n) => (n % 3 === 0 ? `No, ${n}` : `yes, ${n}`);
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    const worse = await plain();
    expect(worse.code, worse.out).toBe(1);
    expect(comparison().all).toMatchObject({ pairs: count, losses: 22, gains: 0 });
    // What is kept with the run is enough, whatever becomes of the accepted run and of the graders.
    rmSync(join(at.folder, runs, accepted()), { recursive: true });
    graders(exact);
    const gate = await at.run(['gate']);
    expect([gate.code, gate.out]).toEqual([1, worse.out]);
    expect((await at.run(['report'])).code).toBe(1);
  });

  test('is not, where its run is not on disk: 3, with the run that is missing and what to do; the same from disk', async () => {
    graders(lenient);
    renameSync(join(at.folder, runs, accepted()), join(at.folder, 'elsewhere'));
    const { code, out } = await plain();
    expect(code, out).toBe(3);
    expect(one(out)).toContain(
      `The gate cannot decide: no case can be compared (64 graded in another way); the answers of the baseline could not be graded again, as run ${accepted()}, which has them, is not in .evals/runs. Look at it, then accept a new baseline: \`evals baseline accept\`.`,
    );
    expect((await at.run(['gate'])).out).toBe(out);
    renameSync(join(at.folder, 'elsewhere'), join(at.folder, runs, accepted()));
    expect((await at.run(['gate'])).code).toBe(3);
    expect((await plain()).code).toBe(0);
  });

  test('is not, where its journal has other answers than those that were accepted, or is broken', async () => {
    graders(lenient);
    const journal = join(at.folder, runs, accepted(), 'trials.jsonl');
    const text = readFileSync(journal, 'utf8');
    const isLost = (line: string) => line.includes('"case":"c7"') && line.includes('"repeat":2');
    const lines = text.split('\n').filter((line) => !isLost(line));
    writeFileSync(journal, lines.join('\n'));
    const partly = await plain();
    expect(partly.code, partly.out).toBe(0);
    expect(comparison()).toMatchObject({ all: { pairs: 63 }, baseline: { regraded: { left: 1 } } });
    expect(one(partly.out)).toContain('does not have the answers whose results are stored');
    writeFileSync(journal, text.replace('"case":"c7"', '"case":"c7'));
    const broken = await plain();
    expect(broken.code, broken.out).toBe(3);
    expect(one(broken.out)).toContain('the journal of run');
  });

  test('is graded again where a part of its graders changed, and only that part', async () => {
    at.write({
      'evals/s.eval.yaml': suite(exact).replace(
        'id: c5, input: "question 5"',
        'id: c5, input: "question 5", graders: [{ length: { max: 3 } }]',
      ),
    });
    const { out } = await plain();
    expect(one(out)).toContain(
      "3 answers of the baseline were graded again by this run's graders: 100 % → 0 % passed",
    );
    expect(comparison().all).toMatchObject({ pairs: count, losses: 0 });
  });

  test('lets a run end early by what it is worth today', async () => {
    graders(lenient);
    answer = (n) => `No, ${n}`;
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    const before = asked('shop');
    const { code, out } = await plain('--stop-early');
    expect(code, out).toBe(1);
    expect(asked('shop')).toBeLessThan(before + count);
    expect((await at.run(['gate'])).code).toBe(1);
    const left = count - at.latest().rows().length;
    const again = await at.run(['regrade', '--quiet']);
    expect(again.err).toContain(`${left} planned trials of run`);
    expect(again.err).toContain('as it ended early');
    expect(summaryOf().missing).toBe(left);
  });

  test('is asked again by the graders of today, to see whether the provider moved', async () => {
    graders(lenient);
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    const { code, out } = await run();
    expect(code, out).toBe(0);
    expect(comparison().canary).toMatchObject({ pairs: 25, losses: 0, moved: false });
  });

  test('is graded again for a run that goes on as another, and not twice for one that goes on', async () => {
    graders(lenient);
    await plain('--max-calls', '20');
    const resumed = await at.run(['run', '--resume', '--no-canary', '--no-redraw', '--cache', 'off']);
    expect(resumed.code, resumed.out).toBe(0);
    expect(comparison().baseline.regraded).toMatchObject({ answers: 192 });
    graders('[{ contains: "yes", ignoreCase: true }, { not: { contains: "?" } }]');
    const changed = await at.run([
      'run',
      '--resume',
      '--changed',
      '--no-canary',
      '--no-redraw',
      '--cache',
      'off',
    ]);
    expect(changed.code, changed.out + changed.err).toBe(0);
    expect(comparison()).toMatchObject({ all: { pairs: count }, baseline: { regraded: { answers: 192 } } });
  });

  test('is graded again for a stored run that is: both sides by today, and its fresh answers too', async () => {
    answer = (n) => (n === 1 ? 'No, 1' : `Yes, ${n}`);
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    await run();
    expect(comparison().flips).toMatchObject([
      { case: 'c1', redrawn: { verdict: 'regressed' } },
      ...Array(16).fill({}),
    ]);
    const before = asked('shop');
    graders(lenient);
    const { code, out, err } = await at.run(['regrade', '--quiet']);
    expect([code, asked('shop')], out + err).toEqual([0, before]);
    expect(comparison()).toMatchObject({
      all: { pairs: count, losses: 1, gains: 0 },
      flips: [{ case: 'c1', redrawn: { passed: 0, of: 2, verdict: 'regressed' } }],
      canary: { pairs: 25, moved: false },
    });
    expect((await at.run(['gate'])).out).toBe(out);
  });
});

describe('judges of a baseline that is graded again', () => {
  const judged = '[{ judge: "Says yes" }]';

  test('are asked once an answer, are told apart, and come from the cache the next time', async () => {
    graders(judged);
    // The run's own answers are those of the first repeat: these are judged by then.
    const dry = await run('--dry-run');
    expect(dry.out).toContain('+ 192 answers of it graded again, for which judges are asked.');
    const first = await at.run(['run', '--quiet', '--no-canary', '--no-redraw']);
    expect(asked('judge')).toBe(3 * count);
    expect(one(first.out)).toMatch(
      /192 answers of the baseline were graded again .* \(judges: \$0.21, 192 calls\)/,
    );
    const again = await at.run(['run', '--quiet', '--no-canary', '--no-redraw']);
    expect(asked('judge')).toBe(3 * count);
    expect(one(again.out)).toContain('(judges: 192 calls, nobody was asked)');
    // The judge is not calibrated, so that no verdict is said; but all cases pair.
    expect(comparison().unpaired.regraded).toEqual([]);
    expect([first.code, again.code]).toEqual([3, 3]);
  });

  test('count for the budget of the run; where it ends by then there is no run', async () => {
    graders(judged);
    const before = [readdirSync(join(at.folder, runs)).length, asked('shop')];
    const { code, err } = await run('--max-calls', '100');
    expect(code, err).toBe(4);
    expect(err).toContain('error[baseline-regrade-stopped]');
    expect([readdirSync(join(at.folder, runs)).length, asked('shop')]).toEqual(before);
    expect(asked('judge')).toBe(100);
    const more = await plain('--max-calls', '300');
    expect(more.code, more.err).toBe(4);
    expect(asked('judge') + asked('shop') - before[1]!).toBe(100 + 300);
    expect(more.err).toContain('The limit of 300 calls for a run is reached (300 calls made)');
  });

  test('may be shown what the baseline answered, from its own run', async () => {
    graders('[{ pairwise: "Is shorter", baseline: true, judge: strict }]');
    answer = (n) => `Yes indeed, ${n}`;
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    await plain('--case', 'c5,c8');
    const shown = server.asked.filter(isJudge).map(({ messages }) => messages.at(-1)!.content);
    // Of the baseline's own answers nobody is asked: they are compared with themselves.
    expect(shown).toHaveLength(4);
    expect(shown.filter((text) => text.includes('Yes, 5') && text.includes('Yes indeed, 5'))).toHaveLength(2);
    expect(shown.filter((text) => text.includes('YES, 8') && text.includes('Yes indeed, 8'))).toHaveLength(2);
    rmSync(join(at.folder, runs, accepted()), { recursive: true });
    await plain('--case', 'c5');
    expect(at.latest().rows()[0]).toMatchObject({ status: 'ungraded' });
    expect(server.asked.filter(isJudge)).toHaveLength(4);
  });
});

describe('evals gate --baseline and evals diff', () => {
  test('grade the baseline, or both runs, by the graders of today, and ask nobody', async () => {
    await plain();
    const old = at.latest().id;
    graders(lenient);
    await plain();
    const before = server.asked.length;
    const gate = await at.run(['gate', 'latest', '--baseline', 'git:HEAD']);
    expect(gate.code, gate.out).toBe(0);
    expect(one(gate.out)).toContain('192 answers of the baseline were graded again');
    // What was graded as the baseline was stays as it is.
    expect((await at.run(['gate', old, '--baseline', 'baseline'])).out).not.toContain('graded again');
    const diff = await at.run(['diff', old, 'latest']);
    expect(diff.code, diff.err).toBe(0);
    expect(one(diff.out)).toContain(
      `64 answers of run ${old} were graded again by today's graders: 75.0 % → 100 %`,
    );
    expect(one(diff.out)).not.toContain('newly');
    graders('[{ contains: "YES" }]');
    const both = await at.run(['diff', old, 'latest', '--json']);
    const [compared] = JSON.parse(both.out).comparisons;
    expect(compared).toMatchObject({
      all: { pairs: count, baseline: 0.25, candidate: 0.25 },
      baseline: { regraded: { answers: 64 } },
      candidate: { regraded: { answers: 64 } },
    });
    const apart = await at.run(['gate', old, '--baseline', 'baseline']);
    expect(apart.code).toBe(0);
    expect(server.asked.length).toBe(before);
  });

  test('shows a flip by the reasons of today', async () => {
    await plain();
    const old = at.latest().id;
    answer = (n) => (n === 2 ? 'Perhaps, 2' : `Yes, ${n}`);
    at.write({ 'prompts/ask/v2.md': 'Two: {{ message }}\n' });
    graders(lenient);
    await plain();
    graders('[{ contains: "es", ignoreCase: true, name: es }]');
    const { out } = await at.run(['diff', old, 'latest']);
    expect(out).toContain('Newly failing 1');
    expect(one(out)).toContain('es: the output does not hold "es"');
    expect(out).toContain('Perhaps, 2');
  });

  test('say where a judge would have to be asked, or the suite cannot be loaded', async () => {
    await plain();
    const old = at.latest().id;
    graders(lenient);
    await plain();
    graders('[{ contains: "Yes" }, { judge: "Says yes" }]');
    const asking = await at.run(['diff', old, 'latest']);
    expect(asking.code).toBe(2);
    expect(one(asking.err)).toContain('error[graded-apart]');
    expect(one(asking.err)).toContain('a judge would have to be asked, and this command asks nobody');
    graders('[{ contians: "Yes" }]');
    const broken = await at.run(['diff', old, 'latest']);
    expect(broken.code).toBe(2);
    expect(one(broken.err)).toContain('the suite cannot be loaded as it is today');
    const gate = await at.run(['gate', 'latest', '--baseline', 'baseline']);
    expect(gate.code, gate.out).toBe(3);
    expect(one(gate.out)).toContain('the suite cannot be loaded as it is today');
    expect(asked('judge')).toBe(0);
  });
});
