import { clusteredMean } from '../../stats/clustered-mean.ts';
import { kishSize } from '../../stats/kish-size.ts';
import type { PairTotals } from './pair-totals.ts';

/** A standard error below this is the rounding of a sum. */
const rounding = 1e-12;

/** How far the clusters of a set of pairs scatter. */
export type Spread = {
  /** Of the mean difference; 0 where no cluster differs from another, null where there is only one. */
  standardError: number | null;
  df: number;
  /** How many pairs say as much as one independent pair would. */
  designEffect: number;
};

/**
 * CR2 standard error with its degrees of freedom, and the design effect: the variance of the mean over the one it
 * would have if the pairs were independent and equally heavy. Where nothing scatters that is not known, and it is
 * what it would be if each cluster were of one piece (Kish).
 */
export function spread({ clusters, pairs, square, effect }: PairTotals): Spread {
  const { standardError, df } = clusteredMean(clusters);
  const ofOnePiece = pairs / kishSize(clusters);
  if (standardError === null || df === null) return { standardError: null, df: 1, designEffect: ofOnePiece };
  const independent = Math.max(0, square - effect ** 2) / (pairs - 1);
  if (standardError <= rounding || independent <= rounding ** 2)
    return { standardError: standardError <= rounding ? 0 : standardError, df, designEffect: ofOnePiece };
  return { standardError, df, designEffect: standardError ** 2 / independent };
}
