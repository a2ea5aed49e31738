import { problems } from '../domain/problems.ts';
import type { Summary } from '../domain/summary.ts';
import type { Journal } from '../store/open-journal.ts';
import type { RowKeeper } from './row-keeper.ts';
import { toSentences } from './to-sentences.ts';

/** Writes the summary and closes the journal; says what the disk did not take, and gives back whether the summary is there. */
export async function closeJournal(
  journal: Journal,
  summary: Summary,
  keeper: RowKeeper,
  say: (line: string) => void,
): Promise<boolean> {
  const id = summary.run;
  const [detail, lost] = [keeper.trouble(), keeper.unwritten()];
  if (detail) say(toSentences(problems.journalBroken({ detail, lost, written: journal.written(), id })));
  try {
    await journal.close(summary);
    return true;
  } catch (error) {
    if (!detail) say(toSentences(problems.summaryNotWritten({ detail: (error as Error).message, id })));
    return false;
  }
}
