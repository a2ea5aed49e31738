import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { Baseline } from '../domain/baseline.ts';
import type { Calibration } from '../domain/calibration.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Clock } from '../flow/clock.ts';
import { atOneTime } from './at-one-time.ts';
import { JournalError } from './journal-error.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { lockRun, type RunLock } from './lock-run.ts';
import { plainRows } from './plain-rows.ts';
import { redacted } from './redacted.ts';
import { runFolder } from './run-folder.ts';
import { type SealRow, sealedRows } from './sealed-rows.ts';
import { sharedTexts } from './shared-texts.ts';

/** The journal of a run that is under way: one writer. */
export type Journal = {
  folder: string;
  /**
   * Puts finished trials on disk before it returns, and gives them back without their secrets (the messages, which
   * nobody counts, are as they were). Throws when the disk does not take them; then none of them is there.
   */
  append(rows: readonly TrialRow[]): TrialRow[];
  /** Finished trials on disk. */
  written(): number;
  /** Writes `summary.json`, makes all safe and closes. Rejects when the disk does not take it; the rows are closed all the same. */
  close(summary: Summary): Promise<void>;
};

/** How a journal is kept. */
export type JournalOptions = {
  root: string;
  run: Run;
  /** Of the process that writes. */
  pid: number;
  clock: Clock;
  /** Takes the secrets out of a text. */
  redact(text: string): string;
  /** Of a run that is there already and is gone on with: held by the caller, released when the journal is closed. */
  lock?: RunLock | undefined;
  /** Rows of another run that a new one takes over. */
  kept?: AsyncIterable<TrialRow> | undefined;
  /** What a new run is held against: a copy stays with it, as the files may be others by the time it is looked at. */
  baselines?: readonly Baseline[] | undefined;
  /** How its judges were found to grade. */
  calibrations?: readonly Calibration[] | undefined;
  /** Of a sealed holdout: no row, and no text of one, gets to the disk but through it. */
  seal?: SealRow | undefined;
};

/** At least so often the disk itself is asked to keep what it was given. */
const syncEveryMs = 1000;
/** At least so often the file is looked at: at every row that would cost as much as the row. */
const lookEveryMs = 50;

/**
 * Makes the run's folder and its first file, or opens a run that is gone on with. Rejects when that cannot be done,
 * with a `JournalError` when another process holds the run: nothing has been asked by then.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const paths = runFolder(options.root, options.run.id);
  const lock = options.lock ?? (await begin(options));
  try {
    // What it says was true before: until the run is closed, only its rows tell.
    if (options.lock) await rm(paths.summary, { force: true });
    const journal = toJournal(options, lock);
    if (options.kept) await takeOver(options.kept, journal);
    if (!options.lock) await keepBaselines(paths.baselines, options);
    if (!options.lock) await keepJudges(paths.judges, options);
    // A folder without a header is no run yet: what is taken over is there whole, or not at all.
    if (!options.lock) await writeWhole(paths.run, redacted(toHeader(options), options.redact));
    return journal;
  } catch (error) {
    await lock.release();
    if (!options.lock) await rm(paths.folder, { recursive: true, force: true });
    throw error;
  }
}

/** What judges are asked may stand in a case alone. */
function toHeader({ run, seal }: JournalOptions): Run {
  if (!seal) return run;
  return { ...run, suites: run.suites.map(({ questions: _, ...suite }) => suite) };
}

/** Rows that are written at once. */
const batchSize = 256;

async function takeOver(rows: AsyncIterable<TrialRow>, journal: Journal): Promise<void> {
  let batch: TrialRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    journal.append(batch);
    batch = [];
  }
  journal.append(batch);
}

/** Makes the folder of a new run. */
async function begin({ root, run, pid, clock }: JournalOptions): Promise<RunLock> {
  const paths = runFolder(root, run.id);
  await mkdir(paths.folder, { recursive: true });
  // Nothing under .evals/ is for git; the file says so itself, once.
  await writeFile(paths.ignore, '*\n', { flag: 'wx' }).catch(() => {});
  const lock = await lockRun(paths.lock, { pid, clock });
  if ('holder' in lock) throw new JournalError(problems.runHeld({ id: run.id, ...lock.holder }));
  return lock;
}

async function keepBaselines(path: string, { baselines = [], redact }: JournalOptions): Promise<void> {
  if (baselines.length > 0) await writeWhole(path, redacted({ schemaVersion: 1, baselines }, redact));
}

async function keepJudges(path: string, { calibrations = [], redact }: JournalOptions): Promise<void> {
  if (calibrations.length > 0) await writeWhole(path, redacted({ schemaVersion: 1, calibrations }, redact));
}

/** Under another name first, so that nobody ever reads half of it. */
async function writeWhole(path: string, value: unknown): Promise<void> {
  try {
    await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
    await rename(`${path}.new`, path);
  } finally {
    await rm(`${path}.new`, { force: true });
  }
}

function toJournal({ root, run, clock, redact, seal }: JournalOptions, lock: RunLock): Journal {
  const paths = runFolder(root, run.id);
  const trials = seal ? sealedRows(paths.trials, seal) : plainRows(paths.trials);
  let texts: LineFile | undefined;
  const toStored = sharedTexts(({ digest, content }) => {
    texts ??= lineFile(paths.texts);
    texts.append(`${JSON.stringify({ schemaVersion: 1, digest, content: redact(content) })}\n`);
  });
  const toLine = (row: TrialRow) => JSON.stringify(seal ? row : { ...row, messages: toStored(row.messages) });
  let synced = clock.now();
  let looked = Number.NEGATIVE_INFINITY;
  let written = 0;
  // The texts first: no row may outlive a text that it refers to.
  const sync = () => {
    texts?.sync();
    trials.sync();
    synced = clock.now();
  };
  const look = () => {
    trials.check();
    texts?.check();
    looked = clock.now();
  };
  return {
    folder: paths.folder,
    written: () => written,
    append(rows) {
      if (clock.now() - looked >= lookEveryMs) look();
      const kept = rows.map((row) => clean(row, toLine, redact));
      trials.append(kept.map(({ row: { suite }, line }) => ({ suite, line })));
      written += rows.length;
      if (clock.now() - synced >= syncEveryMs) sync();
      return kept.map(({ row }) => row);
    },
    async close(summary) {
      try {
        await trials.settle();
        sync();
        look();
        await writeWhole(paths.summary, redacted(summary, redact));
      } finally {
        texts?.close();
        trials.close();
        await lock.release();
        if (seal) await atOneTime(paths.folder, new Date(run.startedAt));
      }
    },
  };
}

/** Nearly every row has no secret in it: then its text is the same before and after, and it is made once. */
function clean(row: TrialRow, toLine: (row: TrialRow) => string, redact: (text: string) => string) {
  const line = toLine(row);
  if (redact(line) === line) return { row, line };
  const other = redacted(row, redact);
  return { row: other, line: toLine(other) };
}
