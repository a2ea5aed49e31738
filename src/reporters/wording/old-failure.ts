import type { Comparison } from '../../domain/comparison.ts';

/**
 * What a case that fails is, when it is neither newly failing nor without a pair. Repeats of a case may fail without a
 * majority that does, and a case that had no verdict before may have passed.
 */
export function oldFailure({ baseline, candidate, missing }: Comparison): string {
  if (Math.max(baseline.repeat, candidate.repeat) > 1)
    return 'Failed before too, or in less than half of the repeats';
  return missing ? 'Failed, and not newly' : 'Failed before too';
}
