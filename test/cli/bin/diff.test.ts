import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comparison } from '../../../src/domain/comparison.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

const words = ['red', 'green', 'blue', 'white', 'black', 'grey'];
const cases = words.map((word) => `  - { id: ${word}, vars: { word: ${word} }, expect: ${word} }`).join('\n');
let at: TestProject;

beforeAll(async () => {
  at = project(await builtBin(), {
    'evals/colours.eval.yaml': `suite: colours\nprompts: [say@v1, say@v2]\nmodels: [good, bad]\ngate: { floor: { pass: 10 } }\ncases:\n${cases}\n`,
    'evals.config.yaml': 'models: { good: { use: "module:./good.mjs" }, bad: { use: "module:./bad.mjs" } }\n',
    'prompts/say/v1.md': 'Say {{ word }}\n',
    'prompts/say/v2.md': 'Please say {{ word }}\n',
    'good.mjs':
      'export default ({ messages }) => ({ text: messages.at(-1).content.trim().split(" ").at(-1) });',
    // Forgets two colours, and one more when it is asked politely.
    'bad.mjs':
      'export default ({ messages }) => { const said = messages.at(-1).content.trim(); const word = said.split(" ").at(-1); const lost = said.startsWith("Please") ? ["red", "blue", "grey"] : ["red", "blue"]; return { text: lost.includes(word) ? "?" : word }; };',
  });
}, 120_000);
afterAll(() => at.remove());

const compared = async (...args: string[]) => {
  const { code, out, err } = await at.run(['diff', ...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(out).comparisons as Comparison[]).map(({ baseline, candidate, flips }) => [
    baseline.arm,
    candidate.arm,
    ...flips.map((flip) => `${flip.direction} ${flip.case}`),
  ]);
};

test('two models and two prompts of one run, by the real program', async () => {
  expect((await at.run(['run', '--reporter', 'json'])).code).toBe(0);
  expect(await compared('latest#good', 'latest#bad')).toEqual([
    ['say@v1 · good', 'say@v1 · bad', 'loss blue', 'loss red'],
    ['say@v2 · good', 'say@v2 · bad', 'loss blue', 'loss grey', 'loss red'],
  ]);
  expect(await compared('latest#v1', 'latest#v2')).toEqual([
    ['say@v1 · good', 'say@v2 · good'],
    ['say@v1 · bad', 'say@v2 · bad', 'loss grey'],
  ]);
  expect(await compared('latest#say@v2#bad', 'latest#say@v2#good')).toEqual([
    ['say@v2 · bad', 'say@v2 · good', 'gain blue', 'gain grey', 'gain red'],
  ]);
});

test('on the screen: what flipped with both answers, and the text of the prompt that changed', async () => {
  const { code, out, err } = await at.run(['diff', 'latest#say@v1#bad', 'latest#say@v2#bad']);
  expect([code, err]).toEqual([0, '']);
  for (const part of ['colours', 'grey', '-Say {{ word }}', '+Please say {{ word }}'])
    expect(out).toContain(part);
  expect(out).not.toContain('\u001b');
});

test('what is not clear, the same twice, and no baseline yet: exit code 2 and nothing on stdout', async () => {
  for (const [args, code] of [
    [['latest', 'latest'], 'unpaired-arms'],
    [['latest#good#v1', 'latest#say@v1#good'], 'same-side'],
    [[], 'nothing-accepted'],
    [['git:HEAD', 'latest'], 'no-git-baselines'],
    [['latest#g', 'latest#nobody'], 'unknown-arm'],
  ] as const) {
    const done = await at.run(['diff', ...args]);
    expect([done.code, done.out, /error\[([\w-]+)\]/.exec(done.err)?.[1]]).toEqual([2, '', code]);
  }
});

test('a baseline that was accepted and committed, against the run of a changed program', async () => {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: at.folder },
    );
  at.write({
    'evals/colours.eval.yaml': `suite: colours\nprompt: say@v1\nmodels: [good]\ncases:\n${cases}\n`,
  });
  git('init', '-q');
  expect((await at.run(['run'])).code).toBe(0);
  const accepted = await at.run(['baseline', 'accept', '--reason', 'knows all colours']);
  expect([accepted.code, accepted.err.includes('error')]).toEqual([0, false]);
  git('add', '-A');
  git('commit', '-q', '-m', 'accept');
  at.write({
    'good.mjs':
      'export default ({ messages }) => ({ text: messages.at(-1).content.trim().split(" ").at(-1).replace("white", "snow") });',
  });
  await at.run(['run', '--cache', 'off']);
  expect(await compared()).toEqual([['say@v1 · good', 'say@v1 · good', 'loss white']]);
  expect(await compared('git:HEAD', 'latest')).toEqual(await compared('baseline', 'latest'));
  expect(await compared('evals/baselines/colours.json')).toEqual(await compared());
});
