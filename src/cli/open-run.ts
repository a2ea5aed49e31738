import { analyze } from '../analyze/analyze.ts';
import { problems } from '../domain/problems.ts';
import type { Report } from '../domain/reporter.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { findRoot } from '../load/find-root.ts';
import { findRun } from '../store/find-run.ts';
import { JournalError } from '../store/journal-error.ts';
import { type JournalListener, readJournal } from '../store/read-journal.ts';
import { runFolder } from '../store/run-folder.ts';
import { count } from '../text/count.ts';
import { messageOf } from '../text/message-of.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A run from disk, with its summary computed from the rows. Throws a `Refusal` when there is none, or it cannot be read. */
export async function openRun(wanted: string | undefined, world: World): Promise<Report> {
  const root = await findRoot(world.folder);
  const found = await findRun(root, wanted);
  if (!found.value) throw new Refusal(found.problems);
  const run = found.value;
  const heard = hearing(world);
  const rows = () => readable(readJournal(root, run.id, heard));
  return { run, rows, summary: await sum(run, rows()), folder: runFolder(root, run.id).folder };
}

/** Tells once what a crash has left out, however often the rows are gone through. */
function hearing({ err }: World): JournalListener {
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) err.write(`${line}\n`);
    told.add(line);
  };
  return {
    onTorn: (bytes) =>
      tell(`The last line of this run's journal was cut off (${count(bytes, 'byte')}); it is left out.`),
    onLost: (line) => tell(`Line ${line} of this run's journal has lost a text; it is left out.`),
  };
}

/** What is wrong with the file is the user's to mend, and no mistake of the program. */
async function* readable(rows: AsyncIterable<TrialRow>): AsyncGenerator<TrialRow> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof JournalError ? new Refusal([error.problem]) : error;
  }
}

async function sum(run: Run, rows: AsyncIterable<TrialRow>) {
  try {
    return await analyze(run, rows);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const detail = messageOf(error);
    throw new Refusal([problems.foreignRow({ id: run.id, detail })]);
  }
}
