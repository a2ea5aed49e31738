import { demand } from './demand.ts';
import type { JudgedCounts } from './judged-counts.ts';

/** Throws a RangeError unless all four counts are whole numbers, 0 or more. */
export function checkJudgedCounts({ truePass, missedPass, trueFail, missedFail }: JudgedCounts): void {
  for (const count of [truePass, missedPass, trueFail, missedFail])
    demand(
      Number.isSafeInteger(count) && count >= 0,
      'counts of labelled cases are whole numbers, 0 or more',
    );
}
