import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from '../../../src/cli/main.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { fakeWorld } from '../actions/fake-world.ts';

/** Stands in every case of a holdout: where it is found, plain text is. */
export const marker = 'Zuckerrübensirup';

export const heldYaml = (...ids: string[]) =>
  `cases:\n${ids.map((id) => `  - { id: ${id}, input: "the ${marker} of ${id} went missing on its way to the customer", expect: yes }`).join('\n')}\n`;

export const suiteYaml = (name: string, holdout = `./${name}.holdout.yaml`) =>
  [
    `suite: ${name}`,
    'models: [embedded:echo]',
    'prompt: reply@v1',
    `holdout: ${holdout}`,
    'graders:',
    '  - contains: e',
    'cases:',
    '  - { id: dev-1, input: "where is my parcel, it was due a week ago already", expect: yes }',
    '',
  ].join('\n');

export const files = {
  'evals.config.yaml': '{}\n',
  'prompts/reply/v1.md': '---\ninputs: [message]\n---\n{{ message }}\n',
  'evals/a.eval.yaml': suiteYaml('a'),
  'evals/a.holdout.yaml': heldYaml('one', 'two', 'three'),
};

/** What came of a command. */
export type Said = { code: number; out: string; err: string; codes: string[] };

/** A project in a folder of its own, in which commands are run in this process. */
export async function holdoutProject(more: Record<string, string> = {}) {
  const root = await filesOnDisk({ ...files, ...more });
  let day = 0;
  const run = async (words: string[], env: Record<string, string> = {}, input?: string): Promise<Said> => {
    const world = fakeWorld(root, { USER: 'ada', ...env });
    // Each command on another day, so that what is recorded can be told apart.
    const clock = { ...world.clock, date: () => new Date(Date.UTC(2026, 10, 20 + day++)) };
    const code = await main({ ...world, clock, arguments: words, input: async () => input });
    const err = world.told();
    return {
      code,
      out: world.shown(),
      err,
      codes: [...err.matchAll(/^\w+\[([\w-]+)\]/gm)].map(([, one]) => one!),
    };
  };
  const read = (file: string) => readFile(join(root, file), 'utf8');
  const list = async () => (await readdir(join(root, 'evals'))).sort();
  return { root, run, read, list, lock: async () => JSON.parse(await read('evals/a.holdout.lock.json')) };
}

/** The files below folders that hold a text, in UTF-8, UTF-16 or Base64. */
export async function filesWith(text: string, folders: readonly string[]): Promise<string[]> {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    ...inBase64(text).map((one) => Buffer.from(one)),
  ];
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (forms.some((form) => bytes.includes(form))) found.push(path);
    }
  }
  return found;
}

/** Whatever stands before it: three ways to be cut. */
const inBase64 = (text: string) =>
  [0, 1, 2].map((before) =>
    Buffer.from('-'.repeat(before) + text)
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );

export function gitIn(root: string, ...words: string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...words], { cwd: root, encoding: 'utf8' });
}
