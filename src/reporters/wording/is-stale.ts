import type { Ruling } from '../../domain/summary.ts';

/** The provider moved since the baseline was accepted, so that a comparison with it says nothing of the change. */
export const isStale = (rulings: readonly Ruling[]) =>
  rulings.some(({ rule, verdict }) => rule === 'stale' && verdict === 'incomplete');
