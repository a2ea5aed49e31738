import { access, constants, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { doctorProblems } from '../../domain/doctor-problems.ts';
import type { Clock } from '../../flow/clock.ts';
import { listRuns } from '../../store/list-runs.ts';
import { bytes } from '../../text/bytes.ts';
import { count } from '../../text/count.ts';
import { cacheFile } from './cache-file.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { folderSize } from './folder-size.ts';
import { found } from './found.ts';
import { runLocks } from './run-locks.ts';

/** A run of ten thousand cases takes some 50 MB. */
const fewBytes = 500_000_000;

const phrases: Record<string, string> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'its disk is read-only',
};

/** `.evals/`: may it be written to, how large is it, is the disk full, what do runs and cache look like? */
export function folders(root: string, clock: Clock): DoctorCheck {
  return {
    name: 'Runs and cache',
    async run() {
      const home = join(root, '.evals');
      const state = await stat(home).then(
        (one) => (one.isDirectory() ? 'folder' : 'file'),
        () => 'missing',
      );
      if (state === 'file') return [found.problem(doctorProblems.notAFolder({ folder: home }))];
      const disk = await room(root);
      if (state === 'missing') return [...(await notThereYet(root)), ...disk];
      return [...(await inside(root, home, clock)), ...disk];
    },
  };
}

async function notThereYet(root: string): Promise<Finding[]> {
  const wrong = await unwritable(root);
  return wrong.length > 0
    ? wrong
    : [found.good('runs', 'No run yet; the first one makes the folder .evals/')];
}

async function inside(root: string, home: string, clock: Clock): Promise<Finding[]> {
  const [wrong, ids, { size, isWhole }] = await Promise.all([
    Promise.all([home, join(home, 'runs')].map(unwritable)),
    listRuns(root).catch(() => []),
    folderSize(home),
  ]);
  const total = `${isWhole ? '' : 'more than '}${bytes(size)}`;
  const runs = found.good('runs', `.evals/ holds ${count(ids.length, 'run')}; ${total} in all`);
  return [
    ...wrong.flat().slice(0, 1),
    runs,
    ...(await runLocks(root, ids)),
    ...(await cacheFile(root, clock)),
  ];
}

async function unwritable(folder: string): Promise<Finding[]> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => [],
    ({ code = '' }: NodeJS.ErrnoException) =>
      code === 'ENOENT'
        ? []
        : [found.problem(doctorProblems.notWritable({ folder, detail: phrases[code] ?? code }))],
  );
}

async function room(folder: string): Promise<Finding[]> {
  const disk = await statfs(folder).catch(() => undefined);
  if (!disk) return [];
  const free = disk.bavail * disk.bsize;
  return free < fewBytes
    ? [found.problem(doctorProblems.diskFull({ free: bytes(free) }))]
    : [found.good('disk', `${bytes(free)} of disk left`)];
}
