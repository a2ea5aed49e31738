import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { robustnessOf } from './robustness-of.ts';
import type { Variant } from './variant.ts';

/** Holds cases against the ones that they were made from. */
export type RobustnessFold = { add(row: TrialRow): void; end(): Pick<ArmSummary, 'robustness'> };

const nothing: RobustnessFold = { add: () => {}, end: () => ({}) };

/**
 * Starts the pairing of variants with their parents, over the rows of one arm in any order. Memory is a small entry a
 * case, and none where the suite has no variants. Rows of the cases in `without` are as if never planned.
 */
export function robustnessFold(
  { variants = 0 }: Pick<RunSuite, 'variants'>,
  without: ReadonlySet<string>,
): RobustnessFold {
  if (variants === 0) return nothing;
  const tallies = new Map<string, { passed: number; of: number }>();
  const made = new Map<string, Variant>();
  return {
    add({ case: id, status, parent, adversarial = 'unnamed' }) {
      if (without.has(id) || status === 'skipped') return;
      const tally = tallies.get(id) ?? { passed: 0, of: 0 };
      tallies.set(id, tally);
      if (status === 'passed') tally.passed += 1;
      if (status === 'passed' || status === 'failed') tally.of += 1;
      if (parent !== undefined) made.set(id, { id, parent, kind: adversarial });
    },
    end() {
      const came = (id: string) => {
        const tally = tallies.get(id);
        return tally === undefined || tally.of === 0 ? undefined : tally.passed * 2 > tally.of;
      };
      const robustness = robustnessOf([...made.values()], came);
      return robustness ? { robustness } : {};
    },
  };
}
