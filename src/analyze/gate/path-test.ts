import type { Tested } from '../../domain/comparison.ts';

/** What one way of testing finds; the verdict is not made here. `designEffect` is the pairs that say as much as one. */
export type PathTest = Pick<
  Tested,
  'path' | 'notWorse' | 'worse' | 'different' | 'midP' | 'low' | 'high' | 'interval'
> & { designEffect: number };
