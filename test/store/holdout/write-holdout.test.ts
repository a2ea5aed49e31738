import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { HoldoutLock } from '../../../src/domain/holdout.ts';
import { printHoldoutLock } from '../../../src/store/holdout/print-holdout-lock.ts';
import { writeHoldout } from '../../../src/store/holdout/write-holdout.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { filesOf, keyPair, lockFile, sealedFile, sealedSet, withRecord } from './sealed-project.ts';

let lock: HoldoutLock;
let files: Record<string, string>;
beforeAll(async () => {
  const set = await sealedSet([await keyPair()]);
  [lock, files] = [withRecord(set), filesOf(set)];
});
const codes = (found: { code: string }[]) => found.map(({ code }) => code);
const more = (): HoldoutLock => ({
  ...lock,
  records: [...lock.records, { ...lock.records[0]!, what: 'rekeyed' }],
});

test('a record is added, and the file before the lock', async () => {
  const root = await filesOnDisk(files);
  expect(await writeHoldout(root, lockFile, more(), { file: sealedFile, text: 'new' })).toEqual([]);
  expect(await readFile(join(root, lockFile), 'utf8')).toBe(printHoldoutLock(more()));
  expect(await readFile(join(root, sealedFile), 'utf8')).toBe('new');
  expect(await readdir(join(root, 'evals'))).toHaveLength(2);
});

test.each<[string, (own: HoldoutLock) => HoldoutLock]>([
  ['without a record', (own) => ({ ...own, records: [] })],
  [
    'with a record that says something else',
    (own) => ({ ...own, records: [{ ...own.records[0]!, by: 'Bob' }] }),
  ],
  [
    'with one before it',
    (own) => ({ ...own, records: [{ ...own.records[0]!, what: 'frozen' }, ...own.records] }),
  ],
])('a lock %s replaces none: nothing is written', async (_, change) => {
  const root = await filesOnDisk(files);
  const found = await writeHoldout(root, lockFile, change(lock), { file: sealedFile, text: 'new' });
  expect(codes(found)).toEqual(['holdout-lock-moved']);
  for (const [file, text] of Object.entries(files))
    expect(await readFile(join(root, file), 'utf8')).toBe(text);
});

test('a lock that is broken is none to go on from', async () => {
  const root = await filesOnDisk({ ...files, [lockFile]: '{}' });
  expect(codes(await writeHoldout(root, lockFile, more()))).toEqual(['broken-holdout-lock']);
});

test('a link under the name of the half-written file is not followed', async () => {
  const root = await filesOnDisk({ ...files, 'other.txt': 'mine' });
  await symlink('../other.txt', join(root, `${sealedFile}.new`));
  expect(await writeHoldout(root, lockFile, more(), { file: sealedFile, text: 'new' })).toEqual([]);
  expect(await readFile(join(root, 'other.txt'), 'utf8')).toBe('mine');
});

test('what the disk does not take is said, and the lock stays', async () => {
  const root = await filesOnDisk(files);
  await mkdir(join(root, `${sealedFile}.new`));
  await writeFile(join(root, `${sealedFile}.new`, 'x'), '');
  expect(codes(await writeHoldout(root, lockFile, more(), { file: sealedFile, text: 'new' }))).toEqual([
    'unwritable-file',
  ]);
  expect(await readFile(join(root, lockFile), 'utf8')).toBe(files[lockFile]);
});
