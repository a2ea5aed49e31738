import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/main.ts';
import type { World } from '../../../src/cli/world.ts';
import type { Run } from '../../../src/domain/run.ts';
import { parseBaseline } from '../../../src/store/parse-baseline.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { realClock } from '../../store/real-clock.ts';
import { fakeWorld } from '../actions/fake-world.ts';

/** What the model of the project does: which cases it gets wrong always, at every second call, or fails at. */
export type State = { wrong?: string[]; flaky?: string[]; down?: string[] };

const model = `import { appendFileSync, readFileSync } from 'node:fs';
const calls = new Map();
export function answer({ case: { id } }) {
  const { wrong = [], flaky = [], down = [] } = JSON.parse(readFileSync(new URL('./state.json', import.meta.url), 'utf8'));
  appendFileSync(new URL('./calls.txt', import.meta.url), id + '\\n');
  calls.set(id, (calls.get(id) ?? 0) + 1);
  if (down.includes(id)) throw new Error('the model is down');
  return wrong.includes(id) || (flaky.includes(id) && calls.get(id) % 2 === 0) ? 'no' : 'yes';
}
`;
const cases = Array.from(
  { length: 6 },
  (_, at) => `  - { id: c${at}, input: "q${at}", expect: "yes", tags: [t${at % 2}] }`,
);

/** Six cases for a model whose answers the test chooses, with prompt p@v1, in a git repository. */
export const files: Record<string, string> = {
  '.gitignore': '.evals/\nstate.json\ncalls.txt\n',
  'model.mjs': model,
  'state.json': '{}',
  'calls.txt': '',
  'evals.config.yaml': 'models:\n  bot: { use: "module:./model.mjs#answer" }\nlimits: { module: { retries: 0 } }\n',
  'prompts/p/v1.md': 'Say yes to {{ input }}.\n',
  'evals/s.eval.yaml': `suite: s\nprompt: p@latest\nmodels: [bot]\ngate: { floor: { pass: 1 } }\ncases:\n${cases.join('\n')}\n`,
}; // biome-ignore format: a file a line

/** A project of its own, and the program in this process. */
export async function baselineProject(more: Record<string, string> = {}) {
  const root = await filesOnDisk({ ...files, ...more });
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  git('init', '--quiet');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.org');
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '--quiet', '-m', message);
  };
  commit('start');
  const runs = join(root, '.evals', 'runs');
  return {
    root,
    git,
    commit,
    write: (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    has: (path: string) => existsSync(join(root, path)),
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    state: (state: State) => writeFileSync(join(root, 'state.json'), JSON.stringify(state)),
    /** Calls of the model since it was asked last. */
    calls: () => {
      const lines = readFileSync(join(root, 'calls.txt'), 'utf8').split('\n').length - 1;
      writeFileSync(join(root, 'calls.txt'), '');
      return lines;
    },
    /** The newest run. */
    latest: (): Run =>
      JSON.parse(readFileSync(join(runs, readdirSync(runs).sort().at(-1)!, 'run.json'), 'utf8')) as Run,
    baseline: (suite = 's') => {
      const file = `evals/baselines/${suite}.json`;
      const { value, problems } = parseBaseline(readFileSync(join(root, file), 'utf8'), file);
      if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
      return value;
    },
    /** `evals …` in this process. Text is on one line, as where it is broken hangs on the width. */
    async evals(words: string[], changes: Partial<World> = {}) {
      const world = { ...fakeWorld(root), clock: realClock, arguments: words, ...changes };
      const code = await main(world);
      const flat = (text: string) => text.replace(/\s+/g, ' ');
      return { code, out: flat(world.shown()), err: flat(world.told()) };
    },
  };
}
