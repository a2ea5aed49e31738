import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Clock } from '../flow/clock.ts';
import { findProcess } from './find-process.ts';
import { type Holder, holderOf } from './holder-of.ts';
import { type LockLink, lockChain } from './lock-chain.ts';

/** A lock that is held by this process. `release` may be called again. */
export type RunLock = { release(): Promise<void> };

/** Who wants the lock. */
export type Claimant = { pid: number; clock: Clock; host?: string };

/** A lock file that cannot be read may be one that somebody is writing: it is looked at so often again. */
const patience = 20;
const pauseMs = 50;
/** Whoever is so often overtaken is not overtaken: something is wrong with the disk. */
const mostTurns = 200;

/**
 * Takes the lock at `path`, or tells who holds it. A dead owner's lock is taken over: by making its successor, a file
 * that only one process can make; nothing is removed before that, so a crash at any moment leaves a lock of a dead
 * owner, and no lock that nobody owns. Rejects when the disk does not take the file.
 */
export async function lockRun(path: string, claimant: Claimant): Promise<RunLock | { holder: Holder }> {
  const { pid, clock, host = hostname() } = claimant;
  const { started } = await findProcess(pid);
  const since = clock.date().toISOString();
  const text = `${JSON.stringify({ schemaVersion: 1, pid, started, host, since, token: randomUUID() })}\n`;
  for (let turn = 0; turn < mostTurns; turn++) {
    const last = (await lockChain(path)).at(-1);
    const holder = await holderOf(last, host);
    if (holder) return { holder };
    if (last && !last.owner && turn < patience) await clock.sleep(pauseMs);
    else {
      const mine = await claim(path, last, text);
      if (mine) return { release: () => release(path, mine) };
    }
  }
  throw new Error(`the lock ${path} can neither be read nor taken`);
}

/** Makes the file that comes after `last`; undefined when another was faster. */
async function claim(path: string, last: LockLink | undefined, text: string): Promise<string | undefined> {
  const file = last ? `${path}.${last.token}` : path;
  if (!(await place(file, text))) return undefined;
  const chain = await lockChain(path);
  const at = chain.findIndex((one) => one.file === file);
  // The owner before may have been taken over and released since it was looked at: then this file belongs to nothing.
  if (at < 0) await rm(file, { force: true });
  return at >= 0 && at === chain.length - 1 ? chain[at]!.token : undefined;
}

/** The first file goes first: without it the others mean nothing. What somebody has taken over is left alone. */
async function release(path: string, mine: string): Promise<void> {
  const chain = await lockChain(path);
  if (chain.at(-1)?.token !== mine) return;
  for (const { file } of chain) await rm(file, { force: true });
}

/** Makes the file with all of its text at once, and only when it is not there. */
async function place(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT') throw error;
    return await placeSlowly(file, text);
  } finally {
    await rm(draft, { force: true });
  }
}

/** For disks without hard links: between making and writing the file it is empty, and readers wait. */
async function placeSlowly(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
