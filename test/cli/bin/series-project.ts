import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { project, type TestProject } from './project.ts';

/** What each case is answered, ask by ask: P passes, F fails; the last letter goes on. Cases that are not named pass. */
export type Series = Record<string, string>;

export type SeriesProject = TestProject & {
  /** From now on the cases are answered so, counted from the first ask, each after so many milliseconds. */
  answer(series: Series, ms?: number): void;
  /** Ids of the cases in the order in which they were asked since. */
  asked(): string[];
  /** Runs the suite and accepts what comes as its baseline, of so many repeats. */
  accept(repeat?: number): Promise<void>;
  /** Rows of a file in the folder of the newest run; none when there is no such file. */
  beside(name: string): TrialRow[];
};

const app = `import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const read = (name) => (existsSync(name) ? readFileSync(name, 'utf8') : '');
export async function answer({ case: { id } }) {
  const before = read('asked.log').split('\\n').filter((one) => one === id).length;
  appendFileSync('asked.log', id + '\\n');
  const { series, ms } = JSON.parse(read('answers.json'));
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  const own = series[id] ?? 'P';
  return (own[before] ?? own.at(-1)) === 'P' ? 'yes' : 'no';
}
`;

/** A project whose model is a function that answers by a list, and whose suite \`s\` has the cases c0, c1, … */
export function seriesProject(bin: string, count: number, { gate = '{}', more = '' } = {}): SeriesProject {
  const cases = Array.from({ length: count }, (_, n) => `  - { id: c${n}, input: "q${n}", expect: "yes" }`);
  const at = project(bin, {
    'app.mjs': app,
    'evals.config.yaml': `models:\n  app: { use: "module:./app.mjs#answer" }\n  kept: { use: "module:./app.mjs#answer", cache: true }\n`,
    'evals/s.eval.yaml': `suite: s\nmodels: [app]\ngate: ${gate}\n${more}cases:\n${cases.join('\n')}\n`,
  });
  const log = join(at.folder, 'asked.log');
  const answer: SeriesProject['answer'] = (series, ms = 0) => {
    at.write({ 'answers.json': JSON.stringify({ series, ms }) });
    rmSync(log, { force: true });
  };
  answer({});
  return {
    ...at,
    answer,
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
    async accept(repeat = 1) {
      await at.run(['run', '--quiet', '--cache', 'off']);
      const { code, err } = await at.run([
        'baseline',
        'accept',
        '--reason',
        'start',
        '--repeat',
        `${repeat}`,
      ]);
      expect(code, err).toBe(0);
    },
    beside(name) {
      const path = join(at.latest().folder, name);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
}
