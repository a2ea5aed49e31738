import { problems } from '../domain/problems.ts';
import type { Line } from './complete-lines.ts';
import { JournalError } from './journal-error.ts';

/** The newest form of the files that this program understands. */
const newest = 1;

/** The value of one line of a run's file. Throws `JournalError` when it cannot be read, or a newer version wrote it. */
export function parseJournalLine<T>({ text, number }: Line, { id, file }: { id: string; file: string }): T {
  let value: (T & { schemaVersion?: unknown }) | null;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const version = value?.schemaVersion;
  if (typeof version === 'number' && version > newest)
    throw new JournalError(problems.newerRun({ id, version }));
  if (value === null || version !== newest)
    throw new JournalError(problems.brokenJournal({ id, file, line: number }));
  return value;
}
