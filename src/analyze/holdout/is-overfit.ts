import type { SeenGain } from '../../domain/run.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { gapTest } from '../../stats/gap-test.ts';
import { gainOf } from './gain-of.ts';

/** One-sided, of all lanes together. */
const alpha = 0.05;

/**
 * Whether a candidate gained more over its baseline on the cases that anyone can see than on the holdout, in any lane
 * (Bonferroni). Undefined where that was not asked for, or no lane has both gains.
 */
export function isOverfit(
  arms: readonly ArmSummary[],
  seen: readonly SeenGain[] | undefined,
): boolean | undefined {
  const gaps = (seen ?? []).flatMap((one) => {
    const unseen = arms.flatMap(({ lane, comparison }) =>
      lane === one.lane && comparison ? (gainOf(comparison) ?? []) : [],
    );
    return unseen.map((gain) => gapTest(one, gain));
  });
  return gaps.length === 0 ? undefined : gaps.some(({ p }) => p <= alpha / gaps.length);
}
