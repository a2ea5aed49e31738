/**
 * The pass rate of one case, 0..1, drawn towards what is usual: the mean (a + passed)/(a + b + of) of the posterior of
 * a Beta(a, b) prior. Without runs it is the prior's mean. Throws `RangeError` unless 0 <= passed <= of and a, b > 0.
 * Source: the beta-binomial model; Casella 1985 on empirical Bayes.
 */
export function shrunkRate(
  { passed, of }: { passed: number; of: number },
  { a, b }: { a: number; b: number },
): number {
  const isSound = passed >= 0 && passed <= of && Number.isFinite(of) && a > 0 && b > 0 && a + b < Infinity;
  if (!isSound) throw new RangeError(`no rate of ${passed} of ${of} with Beta(${a}, ${b})`);
  return (a + passed) / (a + b + of);
}
