import type { Comparison } from '../../domain/comparison.ts';

/** `lost`: it passed before. `apart`: it has no pair. `old`: neither. `unknown`: it may be a loss that is not listed. */
export type FailureKind = 'lost' | 'apart' | 'old' | 'unknown';

/** Tells of a case that fails what the comparison knows of it. */
export function failureKind({ flips, flipTotals, unpaired }: Comparison): (id: string) => FailureKind {
  const losses = flips.filter((flip) => flip.direction === 'loss').map((flip) => flip.case);
  const lost = new Set(losses);
  const { added, changed, regraded, quarantined } = unpaired;
  const apart = new Set([...added, ...changed, ...regraded, ...quarantined].map((one) => one.case));
  const rest: FailureKind = losses.length < flipTotals.losses ? 'unknown' : 'old';
  return (id) => (lost.has(id) ? 'lost' : apart.has(id) ? 'apart' : rest);
}
