import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
beforeEach(() => {
  at = project(bin, files);
  git('init', '--quiet');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.org');
  commit('start');
});
afterEach(() => at.remove());

const git = (...words: string[]) =>
  execFileSync('git', words, { cwd: at.folder, encoding: 'utf8', stdio: 'pipe' });
const commit = (message: string) => {
  git('add', '.');
  git('commit', '--quiet', '-m', message);
};
const cases = Array.from({ length: 12 }, (_, n) => `  - { id: c${n}, input: "q${n}", expect: "yes" }`);

/** Answers wrong to every case that is named in wrong.txt; waits as long as wait.txt says. */
const files = {
  '.gitignore': '.evals/\ncalls.txt\nwait.txt\n',
  'model.mjs': `import { appendFileSync, readFileSync } from 'node:fs';
const at = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(at(name), 'utf8').trim();
export async function answer({ case: { id } }) {
  appendFileSync(at('./calls.txt'), id + '\\n');
  await new Promise((done) => setTimeout(done, Number(read('./wait.txt'))));
  return read('./wrong.txt').split(' ').includes(id) ? 'no' : 'yes';
}
`,
  'calls.txt': '',
  'wait.txt': '0',
  'wrong.txt': '',
  'evals.config.yaml':
    'models:\n  bot: { use: "module:./model.mjs#answer" }\nlimits: { module: { concurrency: 2 } }\n',
  'prompts/p/v1.md': 'Say yes to {{ input }}.\n',
  'evals/s.eval.yaml': `suite: s\nprompt: p@latest\nmodels: [bot]\ngate: { target: suite }\ncases:\n${cases.join('\n')}\n`,
};
const file = () => join(at.folder, 'evals/baselines/s.json');
const calls = () => readFileSync(join(at.folder, 'calls.txt'), 'utf8').split('\n').length - 1;
const accept = (...more: string[]) => ['baseline', 'accept', '--reason', 'it says yes', '-q', ...more];

test('accepted anew after one case turned, the file changes by that case and what stands above it', async () => {
  await at.run(['run', '-q']);
  const first = await at.run(accept());
  expect(first.code, first.err).toBe(0);
  expect(calls()).toBe(12 + 36);
  commit('a baseline');
  at.write({ 'wrong.txt': 'c7' });
  await at.run(['run', '-q']);
  const second = await at.run(accept());
  expect(second.code, second.err).toBe(0);
  const changed = git('diff', '-U0', 'evals/baselines').split('\n');
  const lines = changed.filter((line) => /^[-+] +\{"id"/.test(line)).map((line) => line.slice(0, 47).trim());
  expect(lines).toEqual([
    '-        {"id":"c7","passed":3,"of":3,"score":1',
    '+        {"id":"c7","passed":0,"of":3,"score":0',
  ]);
});

test('stopped by Ctrl-C it has stored nothing, and goes on with what is missing', async () => {
  await at.run(['run', '-q']);
  at.write({ 'calls.txt': '', 'wait.txt': '100' });
  const { child, ended } = at.start(accept());
  for (let turn = 0; calls() < 6 && turn < 400; turn++) await pause(25);
  child.kill('SIGINT');
  const stopped = await ended;
  expect(stopped.code, stopped.err).toBe(130);
  expect(existsSync(file())).toBe(false);
  const { id } = at.latest();
  expect(stopped.err).toContain(`evals baseline accept ${id} --reason "it says yes"`);
  const asked = calls();
  expect(asked).toBeLessThan(36);
  at.write({ 'wait.txt': '0' });
  const done = await at.run(accept(id));
  expect(done.code, done.err).toBe(0);
  expect(calls()).toBe(36);
  expect(JSON.parse(readFileSync(file(), 'utf8')).lanes[0].totals).toMatchObject({
    cases: 12,
    passed: 36,
    of: 36,
  });
});

test('killed, it goes on too, and asks again at most what was under way', async () => {
  await at.run(['run', '-q']);
  at.write({ 'calls.txt': '', 'wait.txt': '100' });
  const { child, ended } = at.start(accept());
  for (let turn = 0; calls() < 6 && turn < 400; turn++) await pause(25);
  child.kill('SIGKILL');
  await ended;
  at.write({ 'wait.txt': '0' });
  const done = await at.run(accept(at.latest().id));
  expect(done.code, done.err).toBe(0);
  expect(calls()).toBeGreaterThanOrEqual(36);
  expect(calls()).toBeLessThanOrEqual(38);
});

test('without git, the account signs', async () => {
  rmSync(join(at.folder, '.git'), { recursive: true });
  const env = { USER: 'grace', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  await at.run(['run', '-q'], env);
  const { code, err } = await at.run(accept('--repeat', '1'), env);
  expect(code, err).toBe(0);
  const accepted = () => JSON.parse(readFileSync(file(), 'utf8')).lanes[0].accepted;
  expect(accepted().by).toBe('grace');
  expect(accepted().commit).toBeUndefined();
  const { USER: _, ...nameless } = env;
  expect((await at.run(accept('--repeat', '1'), nameless)).code).toBe(0);
  expect(accepted().by).toBe(userInfo().username);
});

test('a baseline that was edited to look better stops every command that would use it', async () => {
  await at.run(['run', '-q']);
  await at.run(accept());
  const text = readFileSync(file(), 'utf8');
  at.write({ 'evals/baselines/s.json': text.replace('"id":"c3","passed":3', '"id":"c3","passed":1') });
  for (const words of [['baseline', 'list'], ['baseline', 'show'], ['baseline', 'aa', '-q'], accept(), ['run', '-q'], ['diff']]) {
    const { code, err } = await at.run(words);
    expect([words[1], code]).toEqual([words[1], 2]);
    expect(err).toContain('its totals say passed 36, and its cases come to 34');
  }
}); // biome-ignore format: one list a line
