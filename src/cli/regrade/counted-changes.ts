import type { SummaryFold } from '../../analyze/summarize.ts';
import type { Status } from '../../domain/status.ts';
import type { StoredTrial } from '../../execute/regrade-row.ts';

/** How the grades of today differ from those of then, trial by trial. */
export type CountedChanges = {
  /** Trials on their way to be graded again. */
  watch(trials: AsyncIterable<StoredTrial>): AsyncGenerator<StoredTrial>;
  /** The fold, each row of which is held against what it was. */
  beside(fold: SummaryFold): SummaryFold;
  /** Trials with another status: those that pass now, those that passed, and all others. */
  end(): { passing: number; failing: number; others: number };
};

/** Keeps what a trial was only while it is under way: memory does not grow with the run. */
export function countedChanges(): CountedChanges {
  const underWay = new Map<string, Status>();
  const changes = { passing: 0, failing: 0, others: 0 };
  const count = (was: Status, is: Status) => {
    if (was === is) return;
    changes[is === 'passed' ? 'passing' : was === 'passed' && is === 'failed' ? 'failing' : 'others'] += 1;
  };
  return {
    async *watch(trials) {
      for await (const one of trials) {
        underWay.set(one.row.id, one.row.status);
        yield one;
      }
    },
    beside: (fold) => ({
      ...fold,
      add(row) {
        fold.add(row);
        const was = underWay.get(row.id);
        underWay.delete(row.id);
        if (was !== undefined) count(was, row.status);
      },
    }),
    end: () => ({ ...changes }),
  };
}
