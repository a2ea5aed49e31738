import { analyze } from '../analyze/analyze.ts';
import { problems } from '../domain/problems.ts';
import type { Report } from '../domain/reporter.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { findRoot } from '../load/find-root.ts';
import { findRun } from '../store/find-run.ts';
import { JournalError } from '../store/journal-error.ts';
import { readJournal } from '../store/read-journal.ts';
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
  let isTold = false;
  const onTorn = (bytes: number) => {
    if (!isTold)
      world.err.write(
        `The last line of this run's journal was cut off (${count(bytes, 'byte')}); it is left out.\n`,
      );
    isTold = true;
  };
  const rows = () => readable(readJournal(root, run.id, onTorn));
  return { run, rows, summary: await sum(run, rows()), folder: runFolder(root, run.id).folder };
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
