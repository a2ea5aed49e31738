import type { TrialRow } from '../domain/trial-row.ts';
import { cutTornLine } from './cut-torn-line.ts';
import { dropLines } from './drop-lines.ts';
import { readJournal } from './read-journal.ts';
import { runFolder } from './run-folder.ts';

/** What a crash had left in a journal, and is not there any more. */
export type Mended = {
  /** Bytes of last lines that were cut off. */
  cut: number;
  /** Rows whose text was lost: they count as not there. */
  lost: number;
};

/**
 * Makes a journal ready for more rows: only whole lines stay, and only rows that can be read. To be called under the
 * run's lock. Each row that stays is given to `onRow`. Throws `JournalError` at a line that something else has broken.
 */
export async function mendJournal(root: string, id: string, onRow: (row: TrialRow) => void): Promise<Mended> {
  const { trials, texts, events, redraws, canary } = runFolder(root, id);
  for (const beside of [events, redraws, canary]) cutTornLine(beside);
  const cut = cutTornLine(texts) + cutTornLine(trials);
  const lost = new Set<number>();
  for await (const row of readJournal(root, id, { onLost: (line) => lost.add(line) })) onRow(row);
  if (lost.size > 0) await dropLines(trials, lost);
  return { cut, lost: lost.size };
}
