import { evidenceFloor } from '../../stats/evidence-floor.ts';
import { kishSize } from '../../stats/kish-size.ts';
import { count } from '../../text/count.ts';
import type { GateOptions } from './gate-options.ts';
import type { PairTotals } from './pair-totals.ts';

/**
 * Why so few clusters cannot PASS without gains; undefined where they can. With them (and one answer against one) the
 * exact test may still say so.
 */
export function shortage(
  { clusters, isGrouped, isWeighted }: PairTotals,
  { margin, alpha }: GateOptions,
): string | undefined {
  if (margin <= 0) return 'with a margin of 0 an unchanged candidate can never PASS';
  const least = evidenceFloor(margin, alpha);
  const effective = kishSize(clusters);
  if (Math.floor(effective + 1e-9) >= least) return undefined;
  const what = isGrouped ? 'group' : 'case';
  const there =
    isGrouped || isWeighted
      ? `${count(clusters.length, what)} say as much as ${effective.toFixed(1)} equal ones`
      : `there ${clusters.length === 1 ? 'is' : 'are'} ${clusters.length}`;
  const points = Number((margin * 100).toFixed(6));
  return `a margin of ${count(points, 'point')} needs ${count(least, what)}, and ${there}`;
}
