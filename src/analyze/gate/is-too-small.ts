import type { GateOptions } from './gate-options.ts';
import { leastEffective } from './least-effective.ts';
import { pairTotals } from './pair-totals.ts';
import type { PairValue } from './pair-value.ts';
import { shortage } from './shortage.ts';

/** Whether a slice has too little to PASS by itself without gains, however its answers come out. */
export function isTooSmall(pairs: readonly PairValue[], options: GateOptions): boolean {
  if (pairs.length === 0) return true;
  const totals = pairTotals(pairs);
  const isLight = totals.isWeighted && totals.effective < leastEffective;
  return isLight || shortage(totals, options) !== undefined;
}
