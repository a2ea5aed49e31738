import { type SummaryFold, summarize } from '../../analyze/summarize.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { JournalError } from '../../store/journal-error.ts';
import { type Mended, mendJournal } from '../../store/mend-journal.ts';
import { messageOf } from '../../text/message-of.ts';
import { Refusal } from '../refusal.ts';
import type { Fate } from './row-fate.ts';
import type { CaseTally } from './suite-changes.ts';

/** The finished trials of a run, gone through once. */
export type Review = {
  mended: Mended;
  /** Ids of all rows, and of those that hold today. */
  done: Set<string>;
  kept: Set<string>;
  /** Rows whose trial is planned and does not hold, and rows whose trial is not planned. */
  edited: number;
  gone: number;
  cases: Map<string, CaseTally>;
  /** All rows counted by the header of their own run. */
  fold: SummaryFold;
};

/** Mends the run's journal and looks at each row. To be called under the run's lock. Throws a `Refusal`. */
export async function reviewRows(
  root: string,
  run: Run,
  evidence: Evidence,
  fate: (row: TrialRow) => Fate,
): Promise<Review> {
  const [done, kept] = [new Set<string>(), new Set<string>()];
  const cases: Review['cases'] = new Map();
  const fold = summarize(run, evidence);
  let [edited, gone] = [0, 0];
  const look = (row: TrialRow) => {
    count(row, run, fold);
    done.add(row.id);
    const found = fate(row);
    if (found === 'kept') kept.add(row.id);
    else if (found === 'gone' || found === 'case-gone') gone += 1;
    else edited += 1;
    if (found === 'case-edited') tallyOf(row, cases).edited.add(row.case);
    if (found === 'case-gone') tallyOf(row, cases).gone.add(row.case);
  };
  const mended = await mendJournal(root, run.id, look).catch((error: unknown) => {
    if (error instanceof JournalError) throw new Refusal([error.problem]);
    // What the disk says has a code; anything else is no matter of the disk.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refusal([problems.runNotWritable({ detail: error.message })]);
  });
  return { mended, done, kept, edited, gone, cases, fold };
}

/** Rows that the run's own header does not name are not ours to count. */
function count(row: TrialRow, { id }: Run, fold: SummaryFold): void {
  try {
    fold.add(row);
  } catch (error) {
    throw new Refusal([problems.foreignRow({ id, detail: messageOf(error) })]);
  }
}

function tallyOf({ suite }: TrialRow, cases: Review['cases']): CaseTally {
  const tally = cases.get(suite) ?? { edited: new Set(), gone: new Set() };
  cases.set(suite, tally);
  return tally;
}
