import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findProcess } from '../../src/store/find-process.ts';
import { lockChain } from '../../src/store/lock-chain.ts';
import { lockRun, type RunLock } from '../../src/store/lock-run.ts';
import { builtBin } from '../cli/bin/built-bin.ts';
import { fakeClock } from '../flow/fake-clock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evals-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mine = { pid: process.pid, clock: fakeClock() };
const taken = async () => {
  const lock = await lockRun(path, mine);
  if ('holder' in lock) throw new Error(`held by ${lock.holder.pid}`);
  return lock;
};
const refused = async () =>
  (await lockRun(path, mine)) as Exclude<Awaited<ReturnType<typeof lockRun>>, RunLock>;
const files = () => readdirSync(folder).sort();

/** A process number that nobody has: its process has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

describe('a lock', () => {
  test('is held by one, and free again afterwards, however often', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const lock = await taken();
      expect(await refused()).toMatchObject({
        holder: { pid: process.pid, isHere: true, host: hostname(), since: '2025-01-01T00:00:00.000Z' },
      });
      await lock.release();
      await lock.release();
      expect(files()).toEqual([]);
    }
  });

  test('of a dead owner is taken over, also after several who died in taking it over', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const last = (await lockChain(path)).at(-1);
      const dead = { pid: await deadPid(), host: hostname(), token: turn };
      writeFileSync(last ? `${path}.${last.token}` : path, JSON.stringify(dead));
    }
    expect(await lockChain(path)).toHaveLength(4);
    const lock = await taken();
    expect((await refused()).holder.pid).toBe(process.pid);
    await lock.release();
    expect(files()).toEqual([]);
  });

  test('of a process whose number was given to another one is taken over', async () => {
    const { started } = await findProcess(process.pid);
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), started: `${started} not` }));
    await (await taken()).release();
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), started }));
    expect((await refused()).holder.pid).toBe(process.pid);
  });

  test('of another machine is not taken, whatever its process is called', async () => {
    writeFileSync(path, JSON.stringify({ pid: await deadPid(), host: 'elsewhere' }));
    expect(await refused()).toMatchObject({ holder: { isHere: false, host: 'elsewhere' } });
  });

  test('that an older version wrote counts as long as its process lives', async () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: '2025-01-01T00:00:00.000Z' }));
    expect((await refused()).holder).toMatchObject({ pid: process.pid, isHere: true });
    writeFileSync(path, JSON.stringify({ pid: await deadPid(), startedAt: '2025-01-01T00:00:00.000Z' }));
    await (await taken()).release();
  });

  test.each(['', '{', 'null', '{}', '{"pid":"7"}'])(
    'that says %j is waited for, and then taken',
    async (text) => {
      writeFileSync(path, text);
      const clock = fakeClock();
      const lock = await lockRun(path, { pid: process.pid, clock });
      expect(clock.slept).toHaveLength(20);
      expect('holder' in lock).toBe(false);
      expect((await lockChain(path)).at(-1)?.owner?.pid).toBe(process.pid);
    },
  );

  test('that was taken over is not released by the one before', async () => {
    const first = await taken();
    const [link] = await lockChain(path);
    const other = JSON.stringify({ pid: process.ppid, host: hostname() });
    writeFileSync(`${path}.${link!.token}`, other);
    await first.release();
    expect(await lockChain(path)).toHaveLength(2);
    expect((await refused()).holder.pid).toBe(process.ppid);
  });

  test('in a folder that is not there cannot be had', async () => {
    await expect(lockRun(join(folder, 'gone', 'lock'), mine)).rejects.toThrow(/ENOENT/);
  });
});

describe('many processes', () => {
  let module: string;
  beforeAll(async () => {
    module = pathToFileURL(join(dirname(await builtBin()), '..', 'src', 'store', 'lock-run.js')).href;
  }, 120_000);

  type Claimant = { child: ChildProcess; said: Promise<string>; ended: Promise<unknown> };
  function claimants(count: number): Claimant[] {
    const script = join(import.meta.dirname, 'claimant.mjs');
    const from = String(Date.now() + 1500);
    return Array.from({ length: count }, () => {
      const child = spawn(process.execPath, [script, module, path, from]);
      const said = once(child.stdout!, 'data').then(([bytes]) => String(bytes).trim());
      return { child, said, ended: once(child, 'exit') };
    });
  }

  test('that take over a dead one’s lock at the same moment: exactly one has it, round after round', async () => {
    writeFileSync(path, JSON.stringify({ pid: await deadPid(), host: hostname() }));
    for (let round = 0; round < 5; round++) {
      const all = claimants(6);
      const said = await Promise.all(all.map((one) => one.said));
      const winners = all.filter((_, index) => said[index] === 'held');
      expect(said.filter((text) => text === 'held')).toHaveLength(1);
      expect(said.filter((text) => text === `refused ${winners[0]!.child.pid}`)).toHaveLength(5);
      const [winner] = winners;
      // Every other round the winner gives it back; else it dies with it.
      if (round % 2 === 1) winner!.child.stdin!.write('release\n');
      else winner!.child.kill('SIGKILL');
      await Promise.all(all.map((one) => one.ended));
      expect(files().length === 0).toBe(round % 2 === 1);
    }
  }, 60_000);
});
