import type { Comparison, Flip } from '../../domain/comparison.ts';
import type { ArmSummary, Notable } from '../../domain/summary.ts';

const nameless = ({ id: _, case: __, expected, got, ...rest }: Notable): Notable => ({
  ...{ ...rest, id: '', case: '', reasons: [] },
});

const unsaid = ({ case: _, expected, got, before, ...rest }: Flip): Flip => ({
  ...{ ...rest, case: '', reasons: [] },
});

const withoutFlips = (comparison: Comparison): Comparison => ({
  ...comparison,
  flips: comparison.flips.map(unsaid),
});

/**
 * An arm as the rules of the gate may see it on a holdout: they count what newly fails, and can name nothing, as ids are
 * empty and there are no texts.
 */
export function withoutNames<T extends ArmSummary>(arm: T): T {
  const { comparison } = arm;
  return {
    ...arm,
    notable: arm.notable.map(nameless),
    ...(comparison ? { comparison: withoutFlips(comparison) } : {}),
  };
}
