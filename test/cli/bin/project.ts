import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TrialRow } from '../../../src/domain/trial-row.ts';

/** How a command ended. */
export type Ended = { code: number | null; signal: string | null; out: string; err: string };

/** A project in a folder of its own, and the real program in it. */
export type TestProject = {
  folder: string;
  write(files: Record<string, string>): void;
  /** Runs the program to its end, without a terminal. */
  run(args: string[], env?: Record<string, string>): Promise<Ended>;
  /** Starts it. */
  start(args: string[], env?: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> };
  /** The newest run's folder, its rows, and everything in its files as one text. */
  latest(): { id: string; folder: string; rows(): TrialRow[]; text(): string };
  remove(): void;
};

const bare = { PATH: process.env.PATH ?? '', HOME: tmpdir(), NO_PROXY: '127.0.0.1' };

/** Makes a project of these files. */
export function project(bin: string, files: Record<string, string>): TestProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'evals-bin-')));
  const write = (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write(files);
  const start = (args: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env: { ...bare, ...env } });
    return { child, ended: ending(child) };
  };
  const runs = join(folder, '.evals', 'runs');
  return {
    folder,
    write,
    start,
    run: (args, env) => start(args, env).ended,
    latest() {
      const id = readdirSync(runs).sort().at(-1)!;
      const at = join(runs, id);
      const read = (name: string) => readFileSync(join(at, name), 'utf8');
      return {
        id,
        folder: at,
        rows: () =>
          read('trials.jsonl')
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
        text: () => readdirSync(at).map(read).join('\n'),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ending(child: ChildProcess): Promise<Ended> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout!.on('data', (bytes) => out.push(bytes));
  child.stderr!.on('data', (bytes) => err.push(bytes));
  const toText = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8');
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out: toText(out), err: toText(err) }));
  });
}

/** A suite of so many cases that expects what the good answer of the fault server says. */
export function suite(model: string, count: number, more = ''): string {
  const cases = Array.from(
    { length: count },
    (_, index) => `  - { id: c${index}, vars: { input: "q${index}" } }`,
  );
  return `suite: s\nmodels: [${model}]\ngraders: [{ contains: "30 days" }]\n${more}\ncases:\n${cases.join('\n')}\n`;
}
