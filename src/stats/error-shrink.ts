/** Shares 0..1 of the standard error that could be saved. */
export type ErrorShrink = {
  /** The standard error of the mean of case means, in the unit of the scores. */
  standardError: number;
  /** The most that ever more repeats of the same cases could save; they never touch what differs between cases. */
  byRepeats: number;
  /** What `factor` (>= 1) times as many cases, run as often, would save: 1 - 1/√factor. */
  byCases(factor: number): number;
};

/**
 * What makes the error bar of a mean over repeated cases smaller: more repeats, or more cases.
 * Throws `RangeError` for a negative variance, or when cases or repeats are below 1.
 * Source: the variance between/n + within/(nr) of a mean of n case means with r repeats each; Miller 2024.
 */
export function errorShrink(
  { within, between }: { within: number; between: number },
  { cases, repeats }: { cases: number; repeats: number },
): ErrorShrink {
  const isSound = within >= 0 && between >= 0 && cases >= 1 && repeats >= 1;
  if (!isSound) throw new RangeError(`no error of ${within}, ${between} over ${cases} × ${repeats}`);
  const variance = between + within / repeats;
  return {
    standardError: Math.sqrt(variance / cases),
    byRepeats: variance === 0 ? 0 : 1 - Math.sqrt(between / variance),
    byCases(factor) {
      if (!(factor >= 1)) throw new RangeError(`${factor} times as many cases are not more`);
      return 1 - 1 / Math.sqrt(factor);
    },
  };
}
