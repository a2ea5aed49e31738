import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SeededServer, seededServer } from '../../servers/seeded-server.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: SeededServer;
const mounted: string[] = [];
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  for (const folder of mounted.splice(0).reverse()) execFileSync('umount', ['-l', folder]);
  at.remove();
  await server.close();
});

const cases = 300;

async function made(): Promise<void> {
  server = await seededServer({ seed: 1, ms: [1, 5] });
  at = project(bin, {
    'evals.config.yaml': `models: { m: { use: "openai-compatible:x", baseUrl: "${server.at('m')}/v1" } }\nlimits: { openai-compatible: { concurrency: 8 } }\n`,
    'evals/s.eval.yaml': suite('m', cases),
  });
}

/** A disk of its own of so many kilobytes at a folder of the project. */
function mount(folder: string, kilobytes: number): void {
  const path = join(at.folder, folder);
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path], { stdio: 'pipe' });
  mounted.push(path);
}

const mayMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'pipe' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
})();

/** Runs with no file allowed to grow over so many kilobytes: the write fails with EFBIG, as a full disk's does with ENOSPC. */
function limited(kilobytes: number, args: string[]): Promise<Ended> {
  const command = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
  const child = spawn('bash', ['-c', command, process.execPath, bin, ...args], { cwd: at.folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes) => {
    out += bytes;
  });
  child.stderr.on('data', (bytes) => {
    err += bytes;
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
}

/** What a run on a disk without room must leave: it says so, ends with 3, asked little more, and every row can be read. */
async function expectCutOff({ code, err }: Ended, why: RegExp): Promise<number> {
  expect(code, err).toBe(3);
  expect(err).toMatch(why);
  expect(err).toContain('--resume');
  const rows = at.latest().rows();
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.length).toBeLessThan(cases);
  expect(rows.every(({ status }) => status === 'passed')).toBe(true);
  const asked = Object.keys((await server.told()).records).length;
  expect(asked).toBeLessThan(cases);
  const reported = await at.run(['report', '--reporter', 'json']);
  expect(reported.code).toBe(3);
  expect(JSON.parse(reported.out)).toMatchObject({ missing: cases - rows.length });
  return rows.length;
}

async function expectCompleted(before: number): Promise<void> {
  const ended = await at.run(['run', '--resume', '--cache', 'off', '--quiet']);
  expect([ended.code, ended.err.match(/error/)]).toEqual([0, null]);
  const rows = at.latest().rows();
  expect(new Set(rows.map(({ id }) => id)).size).toBe(cases);
  expect(rows).toHaveLength(cases);
  const tries = Object.values((await server.told()).records).map(({ length }) => length);
  expect(tries).toHaveLength(cases);
  // What was answered and found no room is asked again, and nothing else.
  expect(tries.reduce((sum, count) => sum + count, 0) - cases).toBeLessThan(cases - before);
}

test('a file that may not grow: said, 3, the rows are whole; resumed with room it is complete', async () => {
  await made();
  const before = await expectCutOff(
    await limited(100, ['run', '--cache', 'off', '--quiet']),
    /EFBIG|too large/,
  );
  await expectCompleted(before);
});

describe.skipIf(!mayMount)('on a small disk of its own (skipped where nothing can be mounted)', () => {
  test('a disk that fills: said, 3, the rows are whole; resumed with room it is complete', async () => {
    await made();
    mount('.evals', 160);
    const before = await expectCutOff(await at.run(['run', '--cache', 'off', '--quiet']), /ENOSPC|no space/);
    execFileSync('mount', ['-o', 'remount,size=10m', join(at.folder, '.evals')]);
    await expectCompleted(before);
  });

  test('room for the rows and none for the cache: the run is whole, and says that answers were not kept', async () => {
    await made();
    mount('.evals', 200);
    mount('.evals/runs', 10_000);
    const { code, err } = await at.run(['run', '--quiet']);
    expect(code, err).toBe(0);
    expect(err).toMatch(/cache/);
    expect(err).toMatch(/no space|full|ENOSPC/i);
    expect(at.latest().rows()).toHaveLength(cases);
    // And the file is none that a later run stumbles over.
    execFileSync('mount', ['-o', 'remount,size=10m', join(at.folder, '.evals')]);
    expect((await at.run(['run', '--quiet'])).code).toBe(0);
    expect(readFileSync(join(at.folder, '.evals', 'store.sqlite')).length).toBeGreaterThan(0);
  });
});
