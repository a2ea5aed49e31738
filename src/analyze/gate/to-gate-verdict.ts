import type { GateVerdict } from '../../domain/comparison.ts';

/** PASS is looked at first: a real drop that is proven smaller than the margin is let through. */
export function toGateVerdict(
  { notWorse, worse }: { notWorse: number | null; worse: number | null },
  alpha: number,
): GateVerdict {
  if (notWorse !== null && notWorse <= alpha) return 'PASS';
  return worse !== null && worse <= alpha ? 'FAIL' : 'INCONCLUSIVE';
}
