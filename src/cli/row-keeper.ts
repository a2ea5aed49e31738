import type { SummaryFold } from '../analyze/summarize.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Journal } from '../store/open-journal.ts';
import { messageOf } from '../text/message-of.ts';

/** Puts finished trials on disk, and counts what is there. */
export type RowKeeper = {
  /** Gives back the rows that were written now. Never throws. */
  keep(rows: readonly TrialRow[]): TrialRow[];
  /** Why the disk did not take some, the first time. */
  trouble(): string | undefined;
  /** Finished trials that are not on disk. */
  unwritten(): number;
};

/** Rows that the disk does not take are tried again with the next ones: it may have room by then. */
export function rowKeeper(journal: Journal, fold: SummaryFold): RowKeeper {
  let waiting: TrialRow[] = [];
  let trouble: string | undefined;
  return {
    keep(rows) {
      waiting.push(...rows);
      try {
        const kept = journal.append(waiting);
        waiting = [];
        for (const row of kept) fold.add(row);
        return kept;
      } catch (error) {
        trouble ??= messageOf(error);
        return [];
      }
    },
    trouble: () => trouble,
    unwritten: () => waiting.length,
  };
}
