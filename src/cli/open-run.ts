import { analyze } from '../analyze/analyze.ts';
import type { Report } from '../domain/reporter.ts';
import { findRoot } from '../load/find-root.ts';
import { findRun } from '../store/find-run.ts';
import { readJournal } from '../store/read-journal.ts';
import { runFolder } from '../store/run-folder.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A run from disk, with its summary computed from the rows. Throws a `Refusal` when there is none. */
export async function openRun(wanted: string | undefined, world: World): Promise<Report> {
  const root = await findRoot(world.folder);
  const found = await findRun(root, wanted);
  if (!found.value) throw new Refusal(found.problems);
  const run = found.value;
  let isTold = false;
  const onTorn = (bytes: number) => {
    if (!isTold)
      world.err.write(`The last line of this run's journal was cut off (${bytes} bytes); it is left out.\n`);
    isTold = true;
  };
  const rows = () => readJournal(root, run.id, onTorn);
  return { run, rows, summary: await analyze(run, rows()), folder: runFolder(root, run.id).folder };
}
