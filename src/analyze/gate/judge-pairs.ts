import type { GateVerdict, NamedTest, Tested } from '../../domain/comparison.ts';
import type { GateOptions } from './gate-options.ts';
import type { GatePair } from './gate-pair.ts';

/** The verdict of the gate, with what it stands on. */
export type Judged = {
  verdict: GateVerdict;
  /** Over the pairs that have a verdict on both sides. */
  all: Tested;
  /** In the order of the names that were asked for. */
  slices: NamedTest[];
  /** There when anything has no verdict: the cases with such repeats, and what all of it failed or passed would make of the gate. */
  missing?: { cases: number; worst: GateVerdict; best: GateVerdict };
};

/**
 * The one door of the gate: pairs in, verdict out. PASS is overall not worse by the margin or more and neither is any
 * named slice that is large enough; FAIL is proven worse, overall or in any of these slices, corrected by Holm for how
 * many there are. What has no verdict is counted against the candidate and for it: where that matters, it is
 * INCONCLUSIVE. The order of the pairs changes nothing.
 * Throws `RangeError` for a weight that is not above 0, and an alpha or a margin out of range.
 */
export function judgePairs(
  pairs: readonly GatePair[],
  options: GateOptions & { slices: readonly string[] },
): Judged {
  throw new Error(`not yet: ${pairs.length} ${options.slices.length}`);
}
