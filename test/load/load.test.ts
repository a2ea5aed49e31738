import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeWorld } from '../cli/actions/fake-world.ts';
import { everythingWrong } from './everything-wrong.ts';
import { filesOnDisk } from './files-on-disk.ts';

async function told(files: Record<string, string | Uint8Array>, ...args: string[]) {
  const folder = await filesOnDisk(files);
  const world = { ...fakeWorld(folder), arguments: ['run', ...args] };
  const code = await main(world);
  return { code, text: world.told() };
}

test('everything that is wrong is said in one run, each with its place, its frame and what to do', async () => {
  const { code, text } = await told(everythingWrong, '--tag', 'refnud');
  expect(code).toBe(2);
  const errors = text.trimEnd().split('\n\n').slice(0, -1);
  for (const error of errors.filter((one) => !one.startsWith('error[nothing-selected]'))) {
    expect(error).toMatch(/^error\[[a-z-]+\] [\w./-]+:\d+:\d+\n/);
    expect(error).toMatch(/\n {2}> *\d+ \| .*\n *\^+/);
    expect(error).toMatch(/\n {2}→ .+/);
  }
  const golden = join(import.meta.dirname, 'golden', 'everything-wrong.txt');
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, text);
  expect(text).toBe(await readFile(golden, 'utf8'));
});

test('a data file that is cut in the middle of a run ends it with 3, and what finished is kept', async () => {
  const rows = Array.from({ length: 200 }, (_, at) =>
    JSON.stringify({ id: `c${at}`, input: `m${at}`, expect: `m${at}` }),
  );
  const folder = await filesOnDisk({
    'evals/a.eval.yaml': 'suite: a\nmodels: ["module:./model.mjs"]\ncases: [{ from: rows.jsonl }]\n',
    'evals/rows.jsonl': rows.join('\n'),
    'model.mjs': `import { truncateSync } from 'node:fs';
let asked = 0;
export default ({ messages }) => {
  if (++asked === 60) truncateSync(new URL('./evals/rows.jsonl', import.meta.url), 100);
  return messages.at(-1).content;
};
`,
  });
  const clock = {
    now: () => performance.now(),
    date: () => new Date(),
    sleep: (ms: number, signal?: AbortSignal) => setTimeout(ms, undefined, signal ? { signal } : {}),
  };
  const world = { ...fakeWorld(folder), clock, arguments: ['run'] };
  expect(await main(world)).toBe(3);
  expect(world.told()).toContain('evals/rows.jsonl was changed while the run was reading it');
  const [run] = await readdir(join(folder, '.evals/runs'));
  const journal = await readFile(join(folder, '.evals/runs', run!, 'trials.jsonl'), 'utf8');
  const finished = journal
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { status: string });
  expect(finished.length).toBeGreaterThanOrEqual(60);
  expect(finished.length).toBeLessThan(200);
  expect(new Set(finished.map(({ status }) => status))).toEqual(new Set(['passed']));
});
