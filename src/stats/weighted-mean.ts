import { type ClusteredMean, clusteredMean } from './clustered-mean.ts';

/**
 * The weighted mean Σwx/Σw of independent rows, with its linearised standard error and t interval.
 * Equal weights give the plain mean and its t interval. Source: Kish 1965; CR2 with each row its own cluster.
 */
export function weightedMean(
  rows: readonly { value: number; weight: number }[],
  confidence = 0.95,
): ClusteredMean {
  return clusteredMean(
    rows.map(({ value, weight }) => ({ size: weight, total: weight * value })),
    confidence,
  );
}
