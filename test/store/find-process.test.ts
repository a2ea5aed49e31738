import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findProcess } from '../../src/store/find-process.ts';

test('this process is alive, and began when it began', async () => {
  const first = await findProcess(process.pid);
  expect(first.isAlive).toBe(true);
  if (process.platform === 'win32') return;
  expect(first.started).toMatch(/\d/);
  expect(await findProcess(process.pid)).toEqual(first);
});

test('two processes that began at different moments differ in it', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { isAlive, started } = await findProcess(child.pid!);
  expect(isAlive).toBe(true);
  if (process.platform !== 'win32') expect(started).not.toBe((await findProcess(process.pid)).started);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await findProcess(child.pid!)).toEqual({ isAlive: false });
});

test('the name of a program may hold spaces and brackets', async ({ skip }) => {
  if (!existsSync('/proc/self/stat')) skip('there is no /proc here');
  const child = spawn(process.execPath, [
    '-e',
    'process.title = "a ) R (b"; console.log("."); setInterval(() => {}, 1000)',
  ]);
  await once(child.stdout, 'data');
  const { started } = await findProcess(child.pid!);
  expect(Number(started?.split(' ')[0])).toBeGreaterThan(
    Number((await findProcess(process.pid)).started?.split(' ')[0]),
  );
  child.kill('SIGKILL');
});

test('a process that has ended and that nobody has buried is not alive', async ({ skip }) => {
  if (!existsSync('/proc/self/stat')) skip('there is no /proc here');
  // The shell becomes a sleep, which never asks what became of the child that it inherits.
  const child = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 30']);
  const [bytes] = await once(child.stdout, 'data');
  const pid = Number(String(bytes).trim());
  await pause(400);
  expect(existsSync(`/proc/${pid}`)).toBe(true);
  expect(await findProcess(pid)).toEqual({ isAlive: false });
  child.kill('SIGKILL');
});

test('where there is no /proc, ps is asked', async ({ skip }) => {
  if (process.platform === 'win32') skip('there is no ps here');
  const own = await findProcess(process.pid, 'darwin');
  expect(own.isAlive).toBe(true);
  if (own.started === undefined) skip('there is no ps here');
  // Mon Nov 20 10:15:00 2026, always in English and UTC.
  expect(Number.isNaN(Date.parse(`${own.started} UTC`))).toBe(false);
  expect(await findProcess(process.pid, 'darwin')).toEqual(own);
});
