import { exactNonInferiority } from '../../stats/exact-non-inferiority.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { tangoInterval } from '../../stats/tango-interval.ts';
import type { GateOptions } from './gate-options.ts';
import type { PairTotals } from './pair-totals.ts';
import type { PathTest } from './path-test.ts';

/**
 * One answer against one, no groups, no weights: the exact unconditional test of "worse by the margin or more", the
 * exact test of McNemar, and Tango's interval.
 */
export function exactTest(totals: PairTotals, { margin, alpha }: GateOptions): PathTest {
  const { losses, gains, pairs } = totals;
  return {
    path: 'exact',
    notWorse: margin > 0 ? exactNonInferiority({ losses, gains, pairs }, margin) : null,
    ...mcnemar(losses, gains),
    ...tangoInterval({ losses, gains, pairs }, 1 - alpha),
    interval: 'Tango',
    designEffect: 1,
  };
}
