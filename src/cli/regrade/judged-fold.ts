import type { Regrading } from '../../domain/regrading.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { exactSum } from '../../stats/exact-sum.ts';

/** Starts the sums of what judges were asked for some rows; there are none where no model graded. */
export function judgedFold() {
  const usd = exactSum();
  let [seen, calls, asked, unknown] = [0, 0, 0, 0];
  return {
    add({ judgements = [] }: Pick<TrialRow, 'judgements'>) {
      for (const one of judgements) {
        seen += 1;
        calls += one.calls;
        asked += one.asked;
        if (one.costUsd === null) unknown += 1;
        else usd.add(one.costUsd);
      }
    },
    end: (): Pick<Regrading, 'judges'> =>
      seen === 0 ? {} : { judges: { calls, asked, usd: Number(usd.end().toFixed(12)), unknown } },
  };
}
