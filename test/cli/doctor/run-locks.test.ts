import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLocks } from '../../../src/cli/doctor/run-locks.ts';

/** No system gives so high a number to a process. */
const nobody = 2 ** 22 + 1;

test('the newest three are named, the others are counted; another machine cannot be seen from here', async () => {
  const root = mkdtempSync(join(tmpdir(), 'evals-locks-'));
  const write = (id: string, lock: object | undefined) => {
    const folder = join(root, '.evals', 'runs', id);
    mkdirSync(folder, { recursive: true });
    if (lock) writeFileSync(join(folder, 'lock'), JSON.stringify(lock));
  };
  const host = hostname();
  write('1', { pid: nobody, host });
  write('2', { pid: nobody, host });
  write('3', undefined);
  write('4', { pid: nobody, host });
  write('5', { pid: process.pid, host });
  write('6', { pid: 1, host: 'elsewhere' });
  const told = await runLocks(root, ['1', '2', '3', '4', '5', '6']);
  rmSync(root, { recursive: true });
  expect(told.map(({ text }) => text)).toEqual([
    'Run 6 is under way (process 1 on elsewhere)',
    `Run 5 is under way (process ${process.pid})`,
    'Run 4 was not finished: its process is gone',
    'And 2 older runs like that',
  ]);
});
