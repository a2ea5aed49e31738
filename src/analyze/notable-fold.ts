import type { Notable } from '../domain/summary.ts';
import { toNotable } from '../domain/to-notable.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { smallest } from './smallest.ts';

/** Keeps the trials that are worth reading. */
export type NotableFold = { add(row: TrialRow): void; end(): { notable: Notable[]; notableTotal: number } };

const most = 1000;
type Place = Pick<Notable, 'case' | 'repeat' | 'id'>;
const byCase = (a: Place, b: Place) =>
  naturalOrder(a.case, b.case) || a.repeat - b.repeat || naturalOrder(a.id, b.id);

/** Starts the collection. Failed trials are never pushed out by those that have no verdict. */
export function notableFold(): NotableFold {
  const failed = smallest<Place>(most, byCase);
  const unresolved = smallest<Place>(most, byCase);
  let notableTotal = 0;
  return {
    add(row) {
      if (row.status === 'passed' || row.status === 'skipped') return;
      notableTotal += 1;
      const kept = row.status === 'failed' ? failed : unresolved;
      if (kept.wants(row)) kept.add(toNotable(row));
    },
    end: () => ({
      notable: ([...failed.items(), ...unresolved.items()] as Notable[]).slice(0, most).sort(byCase),
      notableTotal,
    }),
  };
}
