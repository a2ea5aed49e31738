import { readFile } from 'node:fs/promises';
import type { Baseline } from '../domain/baseline.ts';
import type { Calibration } from '../domain/calibration.ts';
import type { EarlyStop } from '../domain/early-stop.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { JudgedAgain } from '../domain/judged-again.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { completeLines } from './complete-lines.ts';
import { JournalError } from './journal-error.ts';
import { parseJournalLine } from './parse-journal-line.ts';
import { runFolder } from './run-folder.ts';

/** Evidence to which rows may be added. */
export type GrowingEvidence = Evidence & {
  redraws: TrialRow[];
  canary: TrialRow[];
  judgedAgain?: JudgedAgain[];
};

/**
 * What a run is held against, from its own folder: the baselines as they were when it began, and the fresh answers that
 * came beside its trials. A last line that was cut off is left out. Throws `JournalError` when it cannot be read.
 */
export async function readEvidence(root: string, run: Run): Promise<GrowingEvidence> {
  const paths = runFolder(root, run.id);
  const [copy, calibrations, judgedAgain, redraws, canary, stopped] = await Promise.all([
    readCopy(paths.baselines, run.id),
    readJudges(paths.judges, run.id),
    readRows<JudgedAgain>(paths.judgedAgain, run.id, 'judge-canary.jsonl'),
    readRows(paths.redraws, run.id, 'redraws.jsonl'),
    readRows(paths.canary, run.id, 'canary.jsonl'),
    readStopped(paths.stopped, run.id),
  ]);
  const baselines = new Map(copy.map((one) => [one.suite, one]));
  // Without it the verdict would be another one, and nobody would see why.
  const lost = run.suites.find(({ name, baseline }) => baseline && !baselines.has(name));
  if (lost) throw new JournalError(problems.baselineCopyLost({ id: run.id, suite: lost.name }));
  const known = calibrations ? { calibrations } : {};
  return { baselines, ...known, judgedAgain, redraws, canary, stopped };
}

/** A file of one value, under its name there; undefined where there is no file. */
async function readList<T>(
  path: string,
  name: string,
  where: { id: string; file: string },
): Promise<T[] | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const list = parseJournalLine<Record<string, T[]>>({ text, number: 1 }, where)[name];
  if (!Array.isArray(list)) throw new JournalError(problems.brokenJournal({ ...where, line: 1 }));
  return list;
}

const readCopy = async (path: string, id: string) =>
  (await readList<Baseline>(path, 'baselines', { id, file: 'baselines.json' })) ?? [];

const readJudges = (path: string, id: string) =>
  readList<Calibration>(path, 'calibrations', { id, file: 'judges.json' });

const readStopped = (path: string, id: string) =>
  readList<EarlyStop>(path, 'arms', { id, file: 'stopped.json' });

async function readRows<T = TrialRow>(path: string, id: string, file: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of completeLines(path)) rows.push(parseJournalLine<T>(line, { id, file }));
  return rows;
}
