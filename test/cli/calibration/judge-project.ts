import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/main.ts';
import type { World } from '../../../src/cli/world.ts';
import type { Calibration } from '../../../src/domain/calibration.ts';
import { parseCalibrations } from '../../../src/store/parse-calibrations.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { realClock } from '../../store/real-clock.ts';
import { fakeWorld } from '../actions/fake-world.ts';

/** Judges of every weakness, in JavaScript. They read what they are shown, and write down each call. */
const judges = `import { appendFileSync } from 'node:fs';
const shown = (prompt, name) => new RegExp('<' + name + ' (\\\\w+)>\\\\n([\\\\s\\\\S]*?)\\\\n</' + name + ' \\\\1>').exec(prompt)?.[2] ?? '';
const says = (verdict) => JSON.stringify({ reason: 'because', verdict });
const noted = (judge) => (input) => {
  appendFileSync(new URL('./calls.jsonl', import.meta.url), JSON.stringify(input.prompt) + '\\n');
  return judge(shown(input.prompt, 'output'), input);
};
const calls = new Map();
const times = (text) => { calls.set(text, (calls.get(text) ?? 0) + 1); return calls.get(text); };
export const fair = noted((output) => says(output.includes('good') ? 'pass' : 'fail'));
export const lax = noted(() => says('pass'));
export const lengthy = noted((output) => says(output.length > 100 ? 'pass' : 'fail'));
export const fickle = noted((output) => says(times(output) % 2 === 1 ? 'pass' : 'fail'));
export const mumbling = noted((output) => (output.includes('7') && times(output) === 1 ? 'well' : says(output.includes('good') ? 'pass' : 'fail')));
export const silent = noted(() => 'well');
export const down = noted((output) => { if (/[1-5]$/.test(output)) throw new Error('the judge is down'); return says('pass'); });
export const stars = noted((output) => says(output.split('*').length - 1 + ''));
export const eager = noted(() => says('first'));
export const slow = noted(async () => { await new Promise((done) => setTimeout(done, 30)); return says('pass'); });
export const longest = noted((_, { prompt }) => { const [a, b] = [shown(prompt, 'first').length, shown(prompt, 'second').length]; return says(a > b ? 'first' : b > a ? 'second' : 'tie'); });
`; // biome-ignore format: a judge a line

const named = [...judges.matchAll(/^export const (\w+)/gm)].map(([, name]) => name!);
const files: Record<string, string> = {
  'judges.mjs': judges,
  'evals.config.yaml': `limits: { module: { retries: 0 } }\njudges:\n${named
    .map((name) => `  ${name}: { use: "module:./judges.mjs#${name}" }\n`)
    .join('')}`,
};

/** The file in which a project has its labels, unless a test says otherwise. */
export const labelsFile = 'evals/labels/refund.polite.jsonl';

/** A suite whose one check asks a judge. */
export const suite = (graders = '[{ judge: Is it kind?, name: polite }]', more = '') =>
  `suite: refund\nmodels: [embedded:echo]\njudge: fair\ngraders: ${graders}\n${more}cases:\n  - { id: c0, input: hello, expect: thanks }\n`;

/** A label as a line of a file. */
export const label = (more: object = {}) => ({
  ...{ suite: 'refund', check: 'polite', case: 'c0', vars: { input: 'hi' }, expect: 'thanks' },
  ...{ output: 'good', label: 'pass', rater: 'ana', at: '2026-05-01T10:00:00.000Z' },
  ...more,
});
export const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** 60 labels of which the judge `fair` gets 6 of the 30 that pass, and 2 of the others, wrong. */
export const sixty = Array.from({ length: 60 }, (_, i) => {
  const passes = i % 2 === 0;
  const wrong = passes ? i % 10 === 0 : i % 30 === 1;
  const words = passes !== wrong ? 'good words' : 'bad words';
  return label({ case: `c${i}`, output: `${words} ${i}`, label: passes ? 'pass' : 'fail' });
});

/** A project with judges of every weakness, and the program in this process. */
export async function judgeProject(more: Record<string, string> = {}) {
  const root = await filesOnDisk({ ...files, 'evals/s.eval.yaml': suite(), [labelsFile]: lines(...sixty), ...more });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const has = (path: string) => existsSync(join(root, path));
  return {
    root,
    read,
    has,
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    /** What judges were asked since this was called last. */
    asked(): string[] {
      if (!has('calls.jsonl')) return [];
      const all = read('calls.jsonl').split('\n').filter(Boolean);
      writeFileSync(join(root, 'calls.jsonl'), '');
      return all.map((line) => JSON.parse(line) as string);
    },
    async run(words: string[], more: Partial<World> = {}) {
      const world = fakeWorld(root);
      const code = await main({ ...world, clock: realClock, ...more, arguments: words });
      return { code, out: world.shown(), err: world.told() };
    },
    calibrations(judge: string): Calibration[] {
      const name = readdirSync(join(root, 'evals', 'judges')).find((file) => file.startsWith(judge))!;
      const { value, problems } = parseCalibrations(read(`evals/judges/${name}`), `evals/judges/${name}`);
      if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
      return value.calibrations;
    },
  };
} // biome-ignore format: a field a line
