import type { ArmSummary, Slice } from '../../domain/summary.ts';

/** The worst first; those of which nothing was graded last. */
const byRate = (a: Slice, b: Slice) => (a.rate.rate ?? 2) - (b.rate.rate ?? 2) || b.rate.of - a.rate.of;

/**
 * The slices worth a line, the worst first: those that are only observed have no rate, and one alone that holds every
 * graded trial says nothing new.
 */
export function tellingSlices(slices: readonly Slice[], arm: Pick<ArmSummary, 'rate'>): Slice[] {
  const [first, ...others] = slices.filter(
    ({ rate, counts }) => rate.of + counts.errored + counts.ungraded > 0,
  );
  if (!first || (others.length === 0 && first.rate.of === arm.rate.of)) return [];
  return [first, ...others].sort(byRate);
}
