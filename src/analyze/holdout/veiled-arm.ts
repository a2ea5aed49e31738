import type { Comparison } from '../../domain/comparison.ts';
import type { ArmSummary } from '../../domain/summary.ts';

const nobody: Comparison['unpaired'] = {
  ...{ added: [], removed: [], changed: [], regraded: [], quarantined: [], observed: [] },
};

function withoutCases({ recounted: _, ...comparison }: Comparison): Comparison {
  const { flipTotals } = comparison;
  return { ...comparison, flips: [], flipTotals: { ...flipTotals, losses: 0, gains: 0 }, unpaired: nobody };
}

/**
 * An arm as it may be told on a holdout that is not sealed: totals and slices with their intervals, and no case. What
 * errored is counted, and not quoted, as a server may repeat what it was asked.
 */
export function veiledArm<T extends ArmSummary>(arm: T): T {
  const { comparison, causes: _, ...rest } = arm;
  return {
    ...(rest as T),
    ...{ notable: [], notableTotal: 0, warnings: [] },
    ...(comparison ? { comparison: withoutCases(comparison) } : {}),
  };
}
