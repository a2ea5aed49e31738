import { percent } from '../../text/percent.ts';
import { leastEffective } from './least-effective.ts';
import type { PairTotals } from './pair-totals.ts';

/**
 * Why weighted pairs can say neither PASS nor FAIL; undefined where they can, and where all are equally heavy. One case
 * that is heavier than the margin would turn the verdict alone.
 */
export function refusal({ isWeighted, effective, heaviest }: PairTotals, margin: number): string | undefined {
  if (!isWeighted) return undefined;
  if (effective < leastEffective)
    return `the weights leave no more than ${effective.toFixed(1)} cases that count, and ${leastEffective} are the least`;
  if (heaviest > margin)
    return `one case carries ${percent(heaviest)} of the weight, more than the margin of ${percent(margin)}`;
  return undefined;
}
