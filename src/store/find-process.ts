import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process of this machine, as far as it can be seen. */
export type FoundProcess = {
  isAlive: boolean;
  /** A mark of the moment in which it began; undefined where the system does not tell. Two processes of one pid differ in it. */
  started?: string;
};

/** Looks for a process by its number. One that has ended and that nobody has buried (a zombie) is not alive. */
export async function findProcess(
  pid: number,
  platform: NodeJS.Platform = process.platform,
): Promise<FoundProcess> {
  if (!isThere(pid)) return { isAlive: false };
  try {
    if (platform === 'linux') return await readProc(pid);
    return platform === 'win32' ? { isAlive: true } : await askPs(pid);
  } catch {
    // It ended meanwhile, or the system hides the processes of others: the signal alone tells the two apart.
    return { isAlive: isThere(pid) };
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const ended = /^[ZX]/;

/** Field 22 of /proc/<pid>/stat, clock ticks since the machine started; the name in field 2 may hold spaces and brackets. */
async function readProc(pid: number): Promise<FoundProcess> {
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ]);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', ticks] = [fields[0], fields[19]];
  if (ended.test(state)) return { isAlive: false };
  return ticks === undefined
    ? { isAlive: true }
    : { isAlive: true, started: `${ticks} ${boot.trim()}`.trim() };
}

async function askPs(pid: number): Promise<FoundProcess> {
  const env = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };
  const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env });
  const [state = '', ...moment] = stdout.trim().split(/\s+/);
  if (ended.test(state)) return { isAlive: false };
  return moment.length > 0 ? { isAlive: true, started: moment.join(' ') } : { isAlive: true };
}
