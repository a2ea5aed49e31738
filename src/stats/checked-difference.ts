/** A mean of scores may lie a rounding error outside of their range. */
const slack = 1e-9;

/** A difference of two scores, held to -1..1. Throws `RangeError` when it lies outside by more than a rounding error. */
export function checkedDifference(difference: number): number {
  if (!(Math.abs(difference) <= 1 + slack)) throw new RangeError(`${difference} is no difference of scores`);
  return Math.max(-1, Math.min(1, difference));
}
