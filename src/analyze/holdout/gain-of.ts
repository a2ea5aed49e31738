import type { Comparison } from '../../domain/comparison.ts';
import type { Gain } from '../../stats/gap-test.ts';
import { normalQuantile } from '../../stats/normal-quantile.ts';

/**
 * The points that an arm has over its baseline, as a share, with a standard error that is read off the interval: that is
 * never of no width, also where no case differs. Undefined where nothing could be compared.
 */
export function gainOf({ all, confidence }: Pick<Comparison, 'all' | 'confidence'>): Gain | undefined {
  const { pairs, effect, low, high } = all;
  if (pairs === 0) return undefined;
  return { effect, standardError: (high - low) / (2 * normalQuantile(1 - (1 - confidence) / 2)) };
}
