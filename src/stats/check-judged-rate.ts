import { checkJudgedCounts } from './check-judged-counts.ts';
import { demand } from './demand.ts';
import type { JudgedCounts } from './judged-counts.ts';

/**
 * Throws a RangeError unless all are whole numbers, 0 or more, with no more passed than cases, and unless the confidence
 * is between 0 and 1.
 */
export function checkJudgedRate(
  { passed, total }: { passed: number; total: number },
  labelled: JudgedCounts,
  confidence: number,
): void {
  checkJudgedCounts(labelled);
  demand(Number.isSafeInteger(passed) && Number.isSafeInteger(total), 'cases are counted in whole numbers');
  demand(passed >= 0 && passed <= total, 'no more cases pass than there are');
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
}
