import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { summarize } from '../../src/analyze/summarize.ts';
import { openJournal } from '../../src/store/open-journal.ts';
import { runFolder } from '../../src/store/run-folder.ts';
import { sealTo } from '../../src/store/seal-to.ts';
import { sealedRows } from '../../src/store/sealed-rows.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';
import { makeRow, makeRun } from './make-run.ts';

const marker = 'Zuckerrübensirup';

async function keys() {
  const identity = await generateX25519Identity();
  const recipients = new Map([['s', [await identityToRecipient(identity)]]]);
  const opened = async (line: string) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return decrypter.decrypt(Buffer.from(JSON.parse(line).sealed, 'base64'), 'text');
  };
  return { seal: sealTo(recipients), opened };
}

test('a journal of sealed rows: a message a line, of one size, that only the key opens; no text beside it', async () => {
  const { seal, opened } = await keys();
  const root = await filesOnDisk({});
  const run = makeRun({ trials: 3 });
  run.suites[0]!.questions = [{ check: marker } as never];
  run.suites[0]!.holdout = { kind: 'sealed', baseline: [], unchanged: [], before: 0 };
  const journal = await openJournal({
    root,
    run,
    pid: process.pid,
    clock: fakeClock(),
    redact: (text) => text,
    seal,
  });
  const long = marker.repeat(400);
  const rows = ['a', 'b', 'c'].map((name, at) =>
    makeRow(`${marker}-${name}`, {
      messages: [
        { role: 'system', content: long },
        { role: 'user', content: 'x'.repeat(at * 50) },
      ],
    }),
  );
  expect(journal.append(rows.slice(0, 2))).toEqual(rows.slice(0, 2));
  journal.append(rows.slice(2));
  await journal.close(summarize(run).end());
  const paths = runFolder(root, run.id);
  const lines = (await readFile(paths.trials, 'utf8')).split('\n').slice(0, -1);
  expect(await Promise.all(lines.map(opened)).then((all) => all.map((text) => JSON.parse(text)))).toEqual(
    rows,
  );
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  const texts = await Promise.all(
    [paths.trials, paths.run, paths.summary].map((path) => readFile(path, 'utf8')),
  );
  expect(texts.join('')).not.toContain(marker);
  await expect(readFile(paths.texts)).rejects.toThrow('ENOENT');
});

test('what the disk does not take is told when the journal is closed, or at the next row', async () => {
  const { seal } = await keys();
  const root = await filesOnDisk({ 'trials.jsonl': '' });
  const path = join(root, 'trials.jsonl');
  const rows = sealedRows(path, async (suite, text) => {
    if (text.startsWith('bad')) throw new Error('no');
    return seal(suite, text);
  });
  rows.append([{ suite: 's', line: 'good' }]);
  await rows.settle();
  rows.append([{ suite: 's', line: 'bad' }]);
  await expect(rows.settle()).rejects.toThrow('no');
  expect(() => rows.append([{ suite: 's', line: 'good' }])).toThrow('no');
  rows.close();
  const moved = sealedRows(path, seal);
  rmSync(path);
  writeFileSync(path, '');
  expect(() => moved.check()).toThrow('somebody removed it');
  moved.close();
});
