import { demand } from './demand.ts';
import type { PairedCounts } from './paired-counts.ts';

/**
 * Throws a RangeError for counts that cannot be: negative, NaN, infinite, or more discordant pairs than pairs.
 * A rounding error of effective counts is let through.
 */
export function checkPairedCounts({ losses, gains, pairs }: PairedCounts): void {
  demand(losses >= 0 && gains >= 0 && Number.isFinite(pairs), 'paired counts are numbers, 0 or more');
  demand(losses + gains <= pairs * (1 + 1e-9), 'losses and gains are no more than the pairs');
}
