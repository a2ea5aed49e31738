import type { TrialRow } from '../domain/trial-row.ts';
import { JournalError } from '../store/journal-error.ts';
import { type JournalListener, readJournal } from '../store/read-journal.ts';
import { count } from '../text/count.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * The rows of a run, each time from disk. What a crash has left out is told once, however often they are gone through.
 * A journal that cannot be read throws a `Refusal`: what is wrong with the file is the user's to mend.
 */
export function runRows(root: string, id: string, world: World): () => AsyncIterable<TrialRow> {
  const heard = hearing(world);
  return () => readable(readJournal(root, id, heard));
}

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

async function* readable(rows: AsyncIterable<TrialRow>): AsyncGenerator<TrialRow> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof JournalError ? new Refusal([error.problem]) : error;
  }
}
