import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeskServer, deskServer } from '../../servers/desk-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let server: DeskServer;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
beforeEach(async () => {
  server = await deskServer();
  at = project(bin, files());
  git('init', '--initial-branch=main');
  git('config', 'user.name', 'Ada Byron');
  git('config', 'user.email', 'ada@example.org');
  commit('The suite, its prompt and its model');
});
afterEach(async () => {
  at.remove();
  await server.close();
});

const git = (...args: string[]) => execFileSync('git', args, { cwd: at.folder, stdio: 'pipe' }).toString();
const commit = (message: string) => {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
};

const teams = ['refund', 'parcel', 'invoice', 'login'];
const rules = teams.map((team) => `${team} => ${team}-team`);
const prompt = (lines: string[]) =>
  `<system>\nSort the message.\n${lines.join('\n')}\n</system>\n<user>\n{{ message }}\n</user>\n`;

function files(): Record<string, string> {
  const cases = teams.flatMap((team) =>
    Array.from(
      { length: 40 },
      (_, n) =>
        `  - { id: ${team}-${n}, input: "Message ${n} about my ${team}", expect: ${team}-team, tags: [${team}] }`,
    ),
  );
  return {
    '.gitignore': '.evals/\nevals.xml\nevals.md\n',
    'evals.config.yaml': `models:\n  desk: { use: "openai-compatible:desk", baseUrl: "${server.url}" }\nlimits: { openai-compatible: { retries: 1 } }\n`,
    'prompts/sort/v1.md': prompt(rules),
    'evals/sort.eval.yaml': `suite: sort\nprompt: sort@latest\nmodels: [desk]\ngate: { slices: [refund] }\ncases:\n${cases.join('\n')}\n`,
  };
}

const ci = [
  'run',
  '--quiet',
  '--cache',
  'off',
  '--reporter',
  'terminal,github,junit=evals.xml,markdown=evals.md',
];
const read = (file: string) => readFileSync(join(at.folder, file), 'utf8');

/** The failures that JUnit counts in all its suites. */
const junitFailures = () =>
  [...read('evals.xml').matchAll(/<testsuite [^>]*failures="(\d+)"/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );

describe('a pull request, from the baseline on main to the merge', () => {
  test('a slice that drops blocks it and is named; a revert, a broken network and a typo are told apart', async () => {
    const first = await at.run(['run', '--quiet']);
    expect(first.code, first.err + first.out).toBe(0);
    const accepted = await at.run(['baseline', 'accept', '--reason', 'the first one', '--quiet']);
    expect(accepted.code, accepted.err).toBe(0);
    commit('A baseline');
    const unchanged = await at.run(ci);
    expect(unchanged.code, unchanged.out).toBe(0);
    expect(unchanged.out).toMatch(/PASS: not worse than the baseline by more than 5\.0 points/);
    expect(junitFailures()).toBe(0);

    git('checkout', '--quiet', '-b', 'shorter-prompt');
    at.write({ 'prompts/sort/v2.md': prompt(rules.slice(1)) });
    commit('A shorter prompt');
    const worse = await at.run(ci);
    expect(worse.code, worse.out).toBe(1);
    expect(worse.out).toMatch(/FAIL.*refund/s);
    expect(worse.out).toMatch(/::error.*refund/);
    expect(read('evals.md')).toMatch(/FAIL[\s\S]*refund/);
    expect(junitFailures()).toBeGreaterThan(0);
    expect((await at.run(['gate', 'latest'])).code).toBe(1);

    git('revert', '--no-edit', 'HEAD');
    const reverted = await at.run(ci);
    expect(reverted.code, reverted.out).toBe(0);
    expect(junitFailures()).toBe(0);
    expect(reverted.out).not.toContain('::error');

    at.write({ 'evals/sort.eval.yaml': read('evals/sort.eval.yaml').replace('slices:', 'slice:') });
    const typo = await at.run(ci);
    expect(typo.code).toBe(2);
    expect(typo.err).toMatch(/unknown-key[\s\S]*sort\.eval\.yaml[\s\S]*slices/);
    git('checkout', '--quiet', '.');

    await server.close();
    const broken = await at.run(ci);
    expect(broken.code, broken.out).toBe(3);
    expect(broken.out).not.toMatch(/\bFAIL\b/);
    expect(junitFailures()).toBe(0);
  }, 240_000);

  test('a provider that moved is no regression of the pull request', async () => {
    await at.run(['run', '--quiet']);
    await at.run(['baseline', 'accept', '--reason', 'the first one', '--quiet']);
    commit('A baseline');
    server.forget('refund', 'parcel');
    git('checkout', '--quiet', '-b', 'another-word');
    at.write({ 'prompts/sort/v2.md': prompt(['', ...rules]) });
    commit('An empty line');
    const moved = await at.run(ci);
    expect(moved.code, moved.out).toBe(3);
    expect(moved.out).toMatch(/STALE/);
    expect(moved.out).toMatch(/moved since the baseline was accepted/);
    expect(junitFailures()).toBe(0);
  }, 120_000);
});
