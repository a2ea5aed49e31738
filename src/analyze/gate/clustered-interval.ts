import type { Tested } from '../../domain/comparison.ts';
import { tQuantile } from '../../stats/t-quantile.ts';
import { tangoInterval } from '../../stats/tango-interval.ts';
import { effectiveCounts } from './effective-counts.ts';
import type { PairTotals } from './pair-totals.ts';
import type { Spread } from './spread.ts';

/**
 * The two-sided interval, -1..1: t on the CR2 error; where nothing scatters, Tango's on the effective counts, and all
 * that is possible where there is one cluster only. Never of no width.
 */
export function clusteredInterval(
  totals: PairTotals,
  { standardError, df, designEffect }: Spread,
  alpha: number,
): Pick<Tested, 'low' | 'high' | 'interval'> {
  if (standardError === null) return { low: -1, high: 1, interval: 'none: one cluster' };
  if (standardError === 0) {
    const counts = effectiveCounts(totals, { standardError, df, designEffect }, alpha / 2);
    return { ...tangoInterval(counts, 1 - alpha), interval: 'Tango, effective counts' };
  }
  const half = tQuantile(1 - alpha / 2, df) * standardError;
  return {
    low: Math.max(-1, totals.effect - half),
    high: Math.min(1, totals.effect + half),
    interval: 't, CR2',
  };
}
