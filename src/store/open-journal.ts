import { closeSync, fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Run } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Clock } from '../flow/clock.ts';
import { runFolder } from './run-folder.ts';
import { sharedTexts } from './shared-texts.ts';

/** The journal of a run that is under way: one writer. */
export type Journal = {
  folder: string;
  /** Puts finished trials on disk before it returns. Throws when the disk does not take them. */
  append(rows: readonly TrialRow[]): void;
  /** Finished trials on disk. */
  written(): number;
  /** Writes `summary.json`, makes all safe and closes. */
  close(summary: Summary): Promise<void>;
};

/** How a journal is kept. */
export type JournalOptions = {
  root: string;
  run: Run;
  clock: Clock /** Takes the secrets out of a text. */;
  redact(text: string): string;
};

/** At least so often the disk itself is asked to keep what it was given. */
const syncEveryMs = 1000;

/** Makes the run's folder and its first file. Rejects when that cannot be done: nothing has been asked by then. */
export async function openJournal({ root, run, clock, redact }: JournalOptions): Promise<Journal> {
  const paths = runFolder(root, run.id);
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.lock, JSON.stringify({ pid: process.pid, startedAt: run.startedAt }), { flag: 'wx' });
  await writeFile(paths.run, redact(`${JSON.stringify(run, null, 2)}\n`));
  const trials = openSync(paths.trials, 'a');
  const texts = sharedTexts((line) =>
    writeAll(paths.texts, redact(`${JSON.stringify({ schemaVersion: 1, ...line })}\n`)),
  );
  let synced = clock.now();
  let written = 0;
  return {
    folder: paths.folder,
    written: () => written,
    append(rows) {
      const lines = rows
        .map((row) => `${JSON.stringify({ ...row, messages: texts(row.messages) })}\n`)
        .join('');
      writeWhole(trials, Buffer.from(redact(lines)));
      written += rows.length;
      if (clock.now() - synced < syncEveryMs) return;
      fsyncSync(trials);
      synced = clock.now();
    },
    async close(summary) {
      fsyncSync(trials);
      closeSync(trials);
      await writeFile(paths.summary, redact(`${JSON.stringify(summary, null, 2)}\n`));
      await rm(paths.lock, { force: true });
    },
  };
}

/** A write may take less than it was given. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function writeAll(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'a' });
}
