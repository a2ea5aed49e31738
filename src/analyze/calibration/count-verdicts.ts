import type { CalibratedItem, JudgedCounts } from '../../domain/calibration.ts';

/** Counts how the judge's verdicts fell beside those of persons; items without one of the two are left out. */
export function countVerdicts(items: readonly Pick<CalibratedItem, 'truth' | 'judged'>[]): JudgedCounts {
  const count = (truth: boolean, judged: boolean) =>
    items.filter((item) => item.truth === truth && item.judged === judged).length;
  return {
    truePass: count(true, true),
    missedPass: count(true, false),
    trueFail: count(false, false),
    missedFail: count(false, true),
  };
}
