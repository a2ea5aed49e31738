import { type ClusteredRate, clusteredRate } from './clustered-rate.ts';

/**
 * The weighted share Σwx/Σw of independent rows, each passed or not, with Wilson's interval on the effective number
 * of rows, which is Kish's (Σw)²/Σw² where all passed or all failed. Source: Kish 1965; Korn & Graubard 1998.
 */
export function weightedRate(
  rows: readonly { passed: boolean; weight: number }[],
  confidence = 0.95,
): ClusteredRate {
  const clusters = rows.map(({ passed, weight }) => ({ size: weight, total: passed ? weight : 0 }));
  return clusteredRate(clusters, rows.length, confidence);
}
