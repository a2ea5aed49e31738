import { normalCdf } from './normal-cdf.ts';

/** A gain with its standard error, in any unit. */
export type Gain = { effect: number; standardError: number };

/** `z` above 0: more was gained at `seen` than at `unseen`. `p` is one-sided, 0..1: small where that is no chance. */
export type Gap = { z: number; p: number };

/**
 * Difference in differences: whether more was gained on the cases that were seen than on those that were not, each gain
 * measured by itself. Throws `RangeError` for a standard error that is not above 0, as it would make anything a proof.
 * Source: T = (Δ seen − Δ unseen) / √(se² + se²), standard normal where neither gained more.
 */
export function gapTest(seen: Gain, unseen: Gain): Gap {
  for (const { standardError } of [seen, unseen])
    if (!(standardError > 0)) throw new RangeError(`${standardError} is no standard error`);
  const z = (seen.effect - unseen.effect) / Math.hypot(seen.standardError, unseen.standardError);
  return { z, p: normalCdf(-z) };
}
